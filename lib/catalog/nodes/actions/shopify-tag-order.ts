import { z } from "zod";
import { askShopify } from "@/lib/catalog/connections/shopify";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import type { Fill } from "@/lib/catalog/nodes/fill";
import { neededLine, neededTexts } from "@/lib/catalog/nodes/lines";
import { filledTexts } from "@/lib/catalog/nodes/mapping";
import { field } from "@/lib/domain/forms/field";
import { readPath } from "@/lib/domain/json/read-path";
import type { Answer, Reading } from "@/lib/domain/runs/effect";

const KINDS = ["Order", "Customer", "Product", "DraftOrder"] as const;

const MUTATION =
  "mutation addTags($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { id } userErrors { message } } }";

/** https://shopify.dev/docs/api/admin-graphql/latest/mutations/tagsAdd */
export const shopifyTagOrder = defineNode({
  type: "shopify-tag-order",
  name: "Shopify tag",
  summary: "Puts tags on an order, a customer or a product.",
  kind: "action",
  group: "Customers and shops",
  icon: "tags",
  config: z.strictObject({
    connectionId: neededConnection,
    kind: field(z.enum(KINDS).default("Order"), {
      label: "What to tag",
      widget: "select",
      choices: [
        { value: "Order", label: "an order" },
        { value: "Customer", label: "a customer" },
        { value: "Product", label: "a product" },
        { value: "DraftOrder", label: "a draft order" },
      ],
    }),
    id: neededLine("Enter the id.", {
      label: "Its id",
      placeholder: "{{ trigger.body.id }}",
      help: "The number in its address in Shopify's admin, which is the id in Shopify's webhooks, too.",
    }),
    tags: neededTexts("Add a tag.", {
      label: "Tags",
      noun: "tag",
      placeholder: "vip",
      help: "Those that it has already stay.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    id: "450789469",
    tags: ["{{ trigger.body.data.priority }}", "seen-by-the-desk"],
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["shopify"],
  describe: ({ kind, tags }) => `Tag ${kind === "Order" ? "an order" : `a ${kind}`}: ${tags.join(", ")}`.slice(0, 120),
  outputExample: { id: "gid://shopify/Order/450789469", tags: ["high", "seen-by-the-desk"] },
  plan: ({ kind, id: template, tags: templates }, { fill, credentials }) => {
    const id = globalId(fill, kind, template);
    const tags = filledTexts(templates, fill);
    if (tags.length === 0) fill.complain("There is no tag to put on it.");
    const asked = askShopify(credentials, { query: MUTATION, variables: { id, tags } });
    return { kind: "request", ...asked, read: (answer) => readTagged(answer, tags) };
  },
});

/** Shopify's newer way to write an id, which its webhooks have beside the number. */
function globalId(fill: Fill, kind: string, template: string): string {
  const id = fill.needed(template, "There is no id of what to tag.");
  if (/^gid:\/\/shopify\/[A-Za-z]+\/\d+$/.test(id)) return id;
  if (id !== "" && !/^\d+$/.test(id)) fill.complain(`“${id.slice(0, 80)}” is not an id of Shopify's.`);
  return `gid://shopify/${kind}/${id}`;
}

/** GraphQL refuses with a good status. https://shopify.dev/docs/api/admin-graphql#status-and-error-codes */
function readTagged({ body }: Answer, tags: string[]): Reading {
  const id = readPath(body, "data.tagsAdd.node.id");
  const said =
    readPath(body, "errors[0].message") ??
    readPath(body, "data.tagsAdd.userErrors[0].message") ??
    readPath(body, "errors");
  if (said === undefined && typeof id === "string") return { ok: true, output: { id, tags } };
  return {
    ok: false,
    message: `Shopify did not tag it: ${typeof said === "string" ? said : "it does not say why"}`,
    isWorthRetrying: readPath(body, "errors[0].extensions.code") === "THROTTLED",
  };
}
