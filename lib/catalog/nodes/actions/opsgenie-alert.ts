import { z } from "zod";
import { opsgenieAuthorization, opsgenieUrl } from "@/lib/catalog/connections/opsgenie";
import { bodyOf } from "@/lib/catalog/nodes/actions/body-of";
import { detailsField } from "@/lib/catalog/nodes/actions/details";
import { describeMessage } from "@/lib/catalog/nodes/actions/message";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { type Context, defineNode } from "@/lib/catalog/nodes/define-node";
import { optionalLine } from "@/lib/catalog/nodes/lines";
import { field } from "@/lib/domain/forms/field";
import { postJson } from "@/lib/domain/runs/post";
import { shorten } from "@/lib/domain/runs/shorten";

const MESSAGE_MAX = 130;
const ALIAS_MAX = 512;
const DESCRIPTION_MAX = 15_000;
const VERBS = { create: "Alert", acknowledge: "Acknowledge", close: "Close" } as const;

const Config = z.strictObject({
  connectionId: neededConnection,
  action: field(z.enum(["create", "acknowledge", "close"]).default("create"), {
    label: "What to do",
    widget: "select",
    choices: [
      { value: "create", label: "Open an alert" },
      { value: "acknowledge", label: "Say that somebody is at it" },
      { value: "close", label: "Close the alert" },
    ],
  }),
  alias: optionalLine({
    label: "Alias",
    isOptional: false,
    placeholder: "disk-{{ trigger.body.host }}",
    help: "Which alert it is. The same alias opens no second one, and acknowledges or closes the one that is open.",
  }),
  message: optionalLine({
    label: "Message",
    shownWhen: { key: "action", is: ["create"] },
    isOptional: false,
    placeholder: "Disk of {{ trigger.body.host }} is full",
    help: "What is wrong, in 130 characters.",
  }),
  description: field(z.string().trim().max(20_000).default(""), {
    label: "Description",
    widget: "long-template",
    placeholder: "{{ trigger.body.message }}",
    help: "What else there is to say; for an alert that is acknowledged or closed, a note.",
  }),
  priority: field(z.enum(["P1", "P2", "P3", "P4", "P5"]).default("P3"), {
    label: "Priority",
    widget: "select",
    shownWhen: { key: "action", is: ["create"] },
    choices: [
      { value: "P1", label: "P1, critical" },
      { value: "P2", label: "P2, high" },
      { value: "P3", label: "P3, moderate" },
      { value: "P4", label: "P4, low" },
      { value: "P5", label: "P5, informational" },
    ],
  }),
  details: detailsField,
});
type Config = z.infer<typeof Config>;

/** https://docs.opsgenie.com/docs/alert-api */
export const opsgenieAlert = defineNode({
  type: "opsgenie-alert",
  name: "Opsgenie alert",
  summary: "Opens, acknowledges or closes an alert in Opsgenie or Jira Service Management.",
  kind: "action",
  group: "Alerts",
  icon: "megaphone",
  config: Config,
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    action: "create",
    alias: "ticket-{{ trigger.body.data.ticket_id }}",
    message: "Ticket {{ trigger.body.data.ticket_id }} is urgent",
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["opsgenie"],
  describe: ({ action, message, alias }) => describeMessage(VERBS[action], message || alias),
  outputExample: {
    result: "Request will be processed",
    took: 0.107,
    requestId: "43a29c5c-3dbf-4fa4-9c26-f4f71023e120",
  },
  check: ({ action, alias, message }) => {
    if (action === "create") return message ? [] : [{ field: "message", message: "Say what is wrong." }];
    return alias ? [] : [{ field: "alias", message: NO_ALIAS }];
  },
  plan: (config, context) => {
    const alerts = opsgenieUrl(context.credentials);
    const { path, body } = config.action === "create" ? opening(config, context) : changing(config, context);
    const request = postJson(alerts + path, body, opsgenieAuthorization(context.credentials));
    return { kind: "request", request, read: bodyOf };
  },
});

const NO_ALIAS = "Say by its alias which alert is meant.";

function opening({ message, alias, description, priority, details }: Config, { fill }: Pick<Context, "fill">) {
  const texts = details.map(({ name, value }) => [name, fill.text(value)]);
  const body = {
    message: shorten(fill.needed(message, "The message is empty."), MESSAGE_MAX),
    alias: shorten(fill.text(alias).trim(), ALIAS_MAX) || undefined,
    description: shorten(fill.text(description), DESCRIPTION_MAX) || undefined,
    priority,
    source: "Doorbell",
    details: texts.length > 0 ? Object.fromEntries(texts) : undefined,
  };
  return { path: "", body };
}

function changing({ action, alias, description }: Config, { fill }: Pick<Context, "fill">) {
  // Half a character cannot stand in an address.
  const which = shorten(fill.needed(alias, NO_ALIAS), ALIAS_MAX).replaceAll(/\p{Surrogate}/gu, "\uFFFD");
  const note = shorten(fill.text(description), DESCRIPTION_MAX) || undefined;
  const path = `/${encodeURIComponent(which)}/${action}?identifierType=alias`;
  return { path, body: { source: "Doorbell", note } };
}
