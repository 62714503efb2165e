import { z } from "zod";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { field } from "@/lib/domain/forms/field";
import { idSchema } from "@/lib/domain/ids";

const Config = z.strictObject({
  workflowId: field(idSchema("workflow", "Choose a workflow.").optional(), {
    label: "Only when this workflow fails",
    widget: "workflow",
    help: "Leave empty to start whenever any other workflow fails. Later steps see which, and why: {{ trigger.body.workflowName }}, {{ trigger.body.error }}.",
  }),
});

/** Its `trigger.body` is `{ workflowId, workflowName, runId, runUrl, error }`. */
export const failure = defineNode({
  type: "failure",
  name: "When a run fails",
  summary: "Starts when another workflow fails.",
  kind: "trigger",
  icon: "siren",
  config: Config,
  sample: { workflowId: "wfl_01980000000070008000000000000000" },
  ports: [{ id: "out", name: "Then" }],
  describe: ({ workflowId }) => (workflowId ? "When a certain workflow fails" : "When any other workflow fails"),
  input: () => null,
  plan: (_, { scope }) => ({ kind: "leave", port: "out", output: scope.trigger }),
});

/** Whose failures start a failure node; undefined while it is not set up. */
export function readFailureConfig(config: unknown): z.output<typeof Config> | undefined {
  return Config.safeParse(config).data;
}
