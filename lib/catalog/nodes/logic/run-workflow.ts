import { z } from "zod";
import { defineNode, ERROR_PORT } from "@/lib/catalog/nodes/define-node";
import { Mapping, mappingProblems } from "@/lib/catalog/nodes/mapping";
import { field } from "@/lib/domain/forms/field";
import { idSchema } from "@/lib/domain/ids";
import { buildObject } from "@/lib/domain/json/build-object";

export const runWorkflow = defineNode({
  type: "run-workflow",
  name: "Run a workflow",
  summary: "Runs another workflow, waits for its end, and goes on with its result.",
  kind: "logic",
  icon: "workflow",
  config: z.strictObject({
    workflowId: field(idSchema("workflow", "Choose a workflow."), {
      label: "Workflow",
      widget: "workflow",
      help: "Its published version runs. It begins at its manual start, else at its first start.",
    }),
    value: field(z.string().max(100_000).default(""), {
      label: "What it gets",
      widget: "template",
      placeholder: "{{ trigger.body }}",
      help: "What the other workflow sees as {{ trigger.body }}. Leave empty to put it together from fields.",
    }),
    fields: field(Mapping.default([]), {
      label: "Fields",
      widget: "mapping",
      noun: "field",
      help: "Used only when “What it gets” is empty.",
    }),
  }),
  sample: {
    workflowId: "wfl_01980000000070008000000000000000",
    fields: [{ name: "ticket", value: "{{ trigger.body.data.ticket_id }}" }],
  },
  ports: [{ id: "out", name: "Then" }, ERROR_PORT],
  changesSomething: true,
  describe: () => "Runs another workflow and waits for it",
  check: ({ fields }) => mappingProblems("fields", fields),
  outputExample: { runId: "run_01980000000070008000000000000000", status: "done", output: { ok: true } },
  plan: ({ workflowId, value, fields }, { fill }) => {
    const mapped = fields.map(({ name, value: template }) => ({ path: name, value: fill.value(template) }));
    const input = value.trim() === "" ? buildObject(mapped) : (fill.value(value) ?? null);
    return { kind: "run-workflow", workflowId, input };
  },
});
