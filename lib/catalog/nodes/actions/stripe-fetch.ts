import { z } from "zod";
import { stripePath } from "@/lib/catalog/nodes/actions/stripe-path";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { neededLine, textsField } from "@/lib/catalog/nodes/lines";
import { filledTexts } from "@/lib/catalog/nodes/mapping";
import { field } from "@/lib/domain/forms/field";

/** https://docs.stripe.com/api */
export const stripeFetch = defineNode({
  type: "stripe-fetch",
  name: "Stripe object",
  summary: "Looks up a customer, a payment or anything else by its id.",
  kind: "action",
  group: "Customers and shops",
  icon: "credit-card",
  config: z.strictObject({
    connectionId: neededConnection,
    id: neededLine("Enter the id.", {
      label: "Id",
      placeholder: "{{ trigger.body.data.object.customer }}",
      help: "It begins with what it is of: cus_ for a customer, pi_ for a payment, in_ for an invoice, and so on.",
    }),
    expand: textsField({
      label: "Look up along with it",
      noun: "field",
      placeholder: "latest_charge",
      help: "Names of fields that hold an id, such as customer or latest_charge: what it is of takes its place.",
    }),
    version: field(
      z
        .string()
        .trim()
        .regex(/^\d{4}-\d\d-\d\d(\.[a-z]+)?$/, "A version is a date, such as 2025-09-30.clover.")
        .default("2025-09-30.clover"),
      {
        label: "Version of Stripe's API",
        widget: "text",
        help: "Decides which fields the answer has, and never changes by itself.",
      },
    ),
  }),
  sample: { connectionId: "con_01980000000070008000000000000000", id: "cus_NffrFeUfNV2Hib" },
  ports: [{ id: "out", name: "Then" }],
  connections: ["stripe"],
  changesSomething: false,
  describe: ({ id }) => `Look up ${id}`,
  outputExample: { id: "cus_NffrFeUfNV2Hib", object: "customer", email: "jenny@example.com", name: "Jenny Rosen" },
  plan: (config, { fill, credentials }) => {
    const { key = "" } = credentials;
    const id = fill.needed(config.id, "There is no id to look up.");
    const path = stripePath(id);
    if (id !== "" && !path)
      fill.complain(`“${id.slice(0, 80)}” is not an id of anything that can be looked up at Stripe.`);
    const expand = new URLSearchParams(filledTexts(config.expand, fill).map((name) => ["expand[]", name]));
    const query = expand.size > 0 ? `?${expand}` : "";
    return {
      kind: "request",
      request: {
        method: "GET",
        url: `https://api.stripe.com/v1/${path}${query}`,
        headers: [
          { name: "authorization", value: `Bearer ${key}` },
          { name: "stripe-version", value: config.version },
        ],
        body: "",
      },
      read: ({ body }) => ({ ok: true, output: body }),
    };
  },
});
