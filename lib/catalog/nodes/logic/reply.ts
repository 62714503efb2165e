import { z } from "zod";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { field } from "@/lib/domain/forms/field";

const BODY_LENGTH_MAX = 262_144;
/** No pages and no scripts: they would run as part of Doorbell. */
const CONTENT_TYPES = [
  "application/json",
  "text/plain",
  "application/xml",
  "application/x-www-form-urlencoded",
] as const;
const WITHOUT_BODY = new Set([204, 205, 304]);

const WITHIN_SECONDS_DEFAULT = 5;

export const reply = defineNode({
  type: "reply",
  name: "Reply",
  summary: "Answers whoever rang, while they wait.",
  kind: "logic",
  icon: "reply",
  config: z.strictObject({
    status: field(
      z
        .int("The status is a number from 200 to 599.")
        .min(200, "The status is a number from 200 to 599.")
        .max(599, "The status is a number from 200 to 599.")
        .default(200),
      { label: "Status", widget: "number", help: "200 says that all is well, 400 that what they sent is wrong." },
    ),
    contentType: field(z.enum(CONTENT_TYPES).default("application/json"), {
      label: "What the body is",
      widget: "select",
      choices: [
        { value: "application/json", label: "JSON" },
        { value: "text/plain", label: "Text" },
        { value: "application/xml", label: "XML" },
        { value: "application/x-www-form-urlencoded", label: "Form" },
      ],
    }),
    body: field(z.string().max(100_000).default(""), {
      label: "Body",
      widget: "long-template",
      placeholder: '{ "ticket": {{ steps.create.body.id | json }} }',
      help: "The first reply of all counts.",
    }),
    withinSeconds: field(z.int().min(1).max(25, "A sender waits 25 seconds at most.").default(WITHIN_SECONDS_DEFAULT), {
      label: "The sender waits, in seconds",
      widget: "number",
      help: "When no reply comes in this time, the sender gets the endpoint's usual answer, and the run goes on.",
    }),
  }),
  sample: { status: 200, contentType: "application/json", body: '{ "id": {{ trigger.body.data.ticket_id | json }} }' },
  ports: [{ id: "out", name: "Then" }],
  changesSomething: true,
  describe: ({ status }) => `Answers the sender with ${status}`,
  check: ({ status, body }) =>
    WITHOUT_BODY.has(status) && body !== ""
      ? [{ field: "body", message: `A reply with status ${status} has no body.` }]
      : [],
  outputExample: { given: true, reason: null },
  plan: ({ status, contentType, body }, { fill }) => {
    const filled = fill.text(body, contentType === "application/json" ? "json" : "text");
    if (filled.length > BODY_LENGTH_MAX) fill.complain("The reply is longer than 256 KB.");
    return { kind: "reply", reply: { status, contentType, body: filled } };
  },
});

/** How long a sender waits for a reply node, in ms. */
export function replyWithinMs({ withinSeconds }: Record<string, unknown>): number {
  return (typeof withinSeconds === "number" ? withinSeconds : WITHIN_SECONDS_DEFAULT) * 1_000;
}
