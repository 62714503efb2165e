import { z } from "zod";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { field } from "@/lib/domain/forms/field";

export const stop = defineNode({
  type: "stop",
  name: "Stop",
  summary: "Ends this branch. Others go on.",
  kind: "logic",
  icon: "circle-stop",
  config: z.strictObject({
    result: field(z.string().max(100_000).default(""), {
      label: "Result",
      widget: "template",
      placeholder: "{{ steps.create.body.id }}",
      help: "What a workflow that runs this one gets back. Can be left empty.",
    }),
  }),
  sample: { result: "{{ trigger.body.data.ticket_id }}" },
  ports: [],
  describe: ({ result }) => (result === "" ? "Ends this branch" : "Ends this branch with a result"),
  plan: ({ result }, { fill }) => ({ kind: "leave", port: null, output: result === "" ? null : fill.value(result) }),
});
