import { z } from "zod";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { field } from "@/lib/domain/forms/field";
import { parseJson } from "@/lib/domain/json/parse-json";

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export const signedWebhook = defineNode({
  type: "signed-webhook",
  name: "Signed webhook",
  summary: "Rings somebody else's address, signed so that they know it was you.",
  kind: "action",
  group: "Requests",
  icon: "signature",
  config: z.strictObject({
    connectionId: neededConnection,
    url: field(
      z
        .string("Enter the address.")
        .trim()
        .min(1, "Enter the address.")
        .max(8_000)
        .regex(/^(https?:\/\/|\{\{)/i, "The address has to begin with https:// or http://."),
      { label: "Address", widget: "template", placeholder: "https://partner.example/webhooks" },
    ),
    body: field(z.string("Write the body.").trim().min(1, "Write the body.").max(1_000_000), {
      label: "Body",
      widget: "long-template",
      placeholder: '{ "type": "ticket.created", "data": {{ trigger.body | json }} }',
      help: "JSON. Most receivers look at its type first, and for the rest in data.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    url: "https://partner.example/webhooks",
    body: '{ "type": "ticket.created", "data": {{ trigger.body.data | json }} }',
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["standard-webhooks"],
  describe: ({ url }) => `Ring ${url.replace(/^https?:\/\//, "")}`,
  outputExample: { status: 200, headers: { "content-type": "application/json" }, body: { received: true } },
  plan: (config, { fill, credentials: { secret = "", previousSecret = "" } }) => {
    const url = fill.needed(config.url, "There is no address to ring.", "url");
    const body = fill.needed(config.body, "The body is empty.", "json");
    if (url && !URL.canParse(url)) fill.complain(`“${url.slice(0, 200)}” is not an address.`);
    const parsed = parseJson(body);
    if (body && !parsed.ok) fill.complain(`The body cannot be sent. ${parsed.message}`);
    return {
      kind: "request",
      request: { method: "POST", url, headers: [{ name: "content-type", value: "application/json" }], body },
      authorization: { kind: "standard-webhooks", secrets: [secret, previousSecret].filter((each) => each !== "") },
    };
  },
});
