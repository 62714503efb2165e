import { z } from "zod";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { Mapping, mappingProblems } from "@/lib/catalog/nodes/mapping";
import { field } from "@/lib/domain/forms/field";
import { buildObject } from "@/lib/domain/json/build-object";

export const setNode = defineNode({
  type: "set",
  name: "Set fields",
  summary: "Builds an object of your own, for later steps to use.",
  kind: "logic",
  icon: "braces",
  config: z.strictObject({
    fields: field(Mapping.min(1, "Add a field."), {
      label: "Fields",
      widget: "mapping",
      noun: "field",
      help: "A dot puts a field within another: customer.name. A value that is one placeholder stays a number, a list or whatever it is.",
    }),
  }),
  sample: {
    fields: [
      { name: "ticket", value: "{{ trigger.body.data.ticket_id }}" },
      { name: "customer.email", value: "{{ trigger.body.data.customer_email | downcase }}" },
    ],
  },
  ports: [{ id: "out", name: "Then" }],
  describe: ({ fields: [first, ...others] }) =>
    `Sets ${first?.name ?? "nothing"}${others.length > 0 ? ` and ${others.length} more` : ""}`.slice(0, 100),
  check: ({ fields }) => mappingProblems("fields", fields),
  outputExample: { ticket: "TK-1", customer: { email: "ann@example.com" } },
  plan: ({ fields }, { fill }) => {
    const values = fields.map(({ name, value }) => ({ path: name, value: fill.value(value) }));
    return { kind: "leave", port: "out", output: buildObject(values) };
  },
});
