import { z } from "zod";
import { zendeskHeaders, zendeskUrlOf } from "@/lib/catalog/connections/zendesk";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { neededLine, neededText, optionalLine, textsField } from "@/lib/catalog/nodes/lines";
import { filledTexts } from "@/lib/catalog/nodes/mapping";
import { field } from "@/lib/domain/forms/field";
import { readPath } from "@/lib/domain/json/read-path";
import type { Answer, Reading } from "@/lib/domain/runs/effect";
import { postJson } from "@/lib/domain/runs/post";

/** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#create-ticket */
export const zendeskTicket = defineNode({
  type: "zendesk-ticket",
  name: "Zendesk ticket",
  summary: "Opens a ticket at Zendesk.",
  kind: "action",
  group: "Tickets",
  icon: "headset",
  config: z.strictObject({
    connectionId: neededConnection,
    subject: neededLine("Enter the subject.", { label: "Subject", placeholder: "{{ trigger.body.subject }}" }),
    text: neededText("Write what it is about.", {
      label: "Text",
      placeholder: "{{ trigger.body.message }}",
      help: "The ticket's first comment.",
    }),
    requesterEmail: optionalLine({
      label: "From",
      placeholder: "{{ trigger.body.customer.email }}",
      help: "The e-mail address of whoever asks. Left empty, it is the agent of the connection.",
    }),
    requesterName: optionalLine({ label: "Their name", placeholder: "{{ trigger.body.customer.name }}" }),
    priority: field(z.enum(["none", "low", "normal", "high", "urgent"]).default("none"), {
      label: "Priority",
      widget: "select",
      choices: [
        { value: "none", label: "none" },
        { value: "low", label: "low" },
        { value: "normal", label: "normal" },
        { value: "high", label: "high" },
        { value: "urgent", label: "urgent" },
      ],
    }),
    tags: textsField({ label: "Tags", noun: "tag", placeholder: "from-shop" }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    subject: "Order {{ trigger.body.data.ticket_id }}",
    text: "Its priority is {{ trigger.body.data.priority }}.",
    requesterEmail: "customer@example.com",
    priority: "high",
    tags: ["from-doorbell"],
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["zendesk"],
  describe: ({ subject }) => `Open “${subject.slice(0, 80)}”`,
  outputExample: { id: 35436, status: "new", url: "https://my-company.zendesk.com/agent/tickets/35436" },
  plan: (config, { fill, credentials }) => {
    const email = fill.text(config.requesterEmail).trim();
    const ticket = {
      subject: fill.needed(config.subject, "The ticket has no subject."),
      comment: { body: fill.needed(config.text, "The ticket has no text.") },
      // Somebody who is new there has to have a name.
      requester: email === "" ? undefined : { email, name: fill.text(config.requesterName).trim() || email },
      priority: config.priority === "none" ? undefined : config.priority,
      tags: filledTexts(config.tags, fill),
    };
    const site = zendeskUrlOf(credentials);
    const request = postJson(`${site}/api/v2/tickets.json`, { ticket }, zendeskHeaders(credentials));
    return { kind: "request", request, read: (answer) => readOpened(answer, site) };
  },
});

function readOpened({ body }: Answer, site: string): Reading {
  const id = readPath(body, "ticket.id");
  if (id === undefined) return { ok: false, message: "Zendesk does not say which ticket it opened." };
  const url = `${site}/agent/tickets/${id}`;
  return { ok: true, output: { id, status: readPath(body, "ticket.status") ?? null, url } };
}
