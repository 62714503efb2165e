import { z } from "zod";
import { defineNode, ERROR_PORT } from "@/lib/catalog/nodes/define-node";
import { field } from "@/lib/domain/forms/field";

export const code = defineNode({
  type: "code",
  name: "Code",
  summary: "Computes something with a few lines of JavaScript.",
  kind: "logic",
  icon: "code",
  config: z.strictObject({
    source: field(z.string("Write some code.").min(1, "Write some code.").max(20_000), {
      label: "JavaScript",
      widget: "code",
      placeholder: "const { items } = trigger.body;\nreturn { total: items.length };",
      help: "It sees trigger and steps, as templates do, and gives what it returns. It runs shut in: no network, no files, 250 ms, 32 MB.",
    }),
  }),
  sample: {
    source: "const { data } = trigger.body;\nreturn { ticket: data.ticket_id, isUrgent: data.priority === 'high' };",
  },
  ports: [{ id: "out", name: "Then" }, ERROR_PORT],
  describe: ({ source }) => {
    const { length } = source.trim().split("\n");
    return length === 1 ? "One line of JavaScript" : `${length} lines of JavaScript`;
  },
  outputExample: { ticket: "TK-1", isUrgent: true },
  // Its input is all that the run knows, which the log has already.
  input: () => null,
  plan: ({ source }, { scope: { trigger, steps } }) => ({ kind: "code", source, input: { trigger, steps } }),
});
