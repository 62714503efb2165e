import { z } from "zod";
import { pagerdutyUrl } from "@/lib/catalog/connections/pagerduty";
import { bodyOf } from "@/lib/catalog/nodes/actions/body-of";
import { detailsField } from "@/lib/catalog/nodes/actions/details";
import { describeMessage } from "@/lib/catalog/nodes/actions/message";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { type Context, defineNode } from "@/lib/catalog/nodes/define-node";
import { optionalLine } from "@/lib/catalog/nodes/lines";
import { field } from "@/lib/domain/forms/field";
import { postJson } from "@/lib/domain/runs/post";
import { shorten } from "@/lib/domain/runs/shorten";

const SUMMARY_MAX = 1_024;
const KEY_MAX = 255;
const VERBS = { trigger: "Alert", acknowledge: "Acknowledge", resolve: "Resolve" } as const;

const Config = z.strictObject({
  connectionId: neededConnection,
  action: field(z.enum(["trigger", "acknowledge", "resolve"]).default("trigger"), {
    label: "What to do",
    widget: "select",
    choices: [
      { value: "trigger", label: "Open an alert" },
      { value: "acknowledge", label: "Say that somebody is at it" },
      { value: "resolve", label: "End the alert" },
    ],
  }),
  dedupKey: optionalLine({
    label: "Key",
    isOptional: false,
    placeholder: "disk-{{ trigger.body.host }}",
    help: "Which alert it is. The same key opens no second one, and acknowledges or ends the one that is open.",
  }),
  summary: optionalLine({
    label: "Summary",
    shownWhen: { key: "action", is: ["trigger"] },
    isOptional: false,
    placeholder: "Disk of {{ trigger.body.host }} is full",
    help: "What is wrong, in a line.",
  }),
  source: field(z.string().trim().max(2_000).default("Doorbell"), {
    label: "Where it is wrong",
    widget: "template",
    shownWhen: { key: "action", is: ["trigger"] },
    placeholder: "{{ trigger.body.host }}",
  }),
  severity: field(z.enum(["critical", "error", "warning", "info"]).default("error"), {
    label: "Severity",
    widget: "select",
    shownWhen: { key: "action", is: ["trigger"] },
    choices: [
      { value: "critical", label: "Critical" },
      { value: "error", label: "Error" },
      { value: "warning", label: "Warning" },
      { value: "info", label: "Info" },
    ],
  }),
  details: detailsField,
});
type Config = z.infer<typeof Config>;

/** https://developer.pagerduty.com/docs/events-api-v2/trigger-events/ */
export const pagerdutyEvent = defineNode({
  type: "pagerduty-event",
  name: "PagerDuty alert",
  summary: "Opens, acknowledges or ends an alert in PagerDuty.",
  kind: "action",
  group: "Alerts",
  icon: "siren",
  config: Config,
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    action: "trigger",
    dedupKey: "ticket-{{ trigger.body.data.ticket_id }}",
    summary: "Ticket {{ trigger.body.data.ticket_id }} is urgent",
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["pagerduty"],
  describe: ({ action, summary, dedupKey }) => describeMessage(VERBS[action], summary || dedupKey),
  outputExample: { status: "success", message: "Event processed", dedup_key: "ticket-TK-1" },
  check: ({ action, dedupKey, summary }) => {
    if (action === "trigger") return summary ? [] : [{ field: "summary", message: "Say what is wrong." }];
    return dedupKey ? [] : [{ field: "dedupKey", message: NO_KEY }];
  },
  plan: (config, context) => {
    const { routingKey = "" } = context.credentials;
    const event = { routing_key: routingKey, event_action: config.action, ...contentOf(config, context) };
    return { kind: "request", request: postJson(pagerdutyUrl(context.credentials), event), read: bodyOf };
  },
});

const NO_KEY = "Say by its key which alert is meant.";

function contentOf(config: Config, { fill }: Pick<Context, "fill">) {
  if (config.action !== "trigger") return { dedup_key: shorten(fill.needed(config.dedupKey, NO_KEY), KEY_MAX) };
  const details = config.details.map(({ name, value }) => [name, fill.value(value)]);
  return {
    dedup_key: shorten(fill.text(config.dedupKey).trim(), KEY_MAX) || undefined,
    payload: {
      summary: shorten(fill.needed(config.summary, "The summary is empty."), SUMMARY_MAX),
      source: fill.text(config.source).trim() || "Doorbell",
      severity: config.severity,
      custom_details: details.length > 0 ? Object.fromEntries(details) : undefined,
    },
  };
}
