import { z } from "zod";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { Duration, durationMs, durationWords } from "@/lib/domain/forms/duration";
import { field } from "@/lib/domain/forms/field";

const QUESTION_LENGTH_MAX = 4_000;

export const approval = defineNode({
  type: "approval",
  name: "Ask for approval",
  summary: "Waits until a person says yes or no.",
  kind: "logic",
  icon: "user-check",
  config: z.strictObject({
    question: field(z.string("Write the question.").trim().min(1, "Write the question.").max(8_000), {
      label: "Question",
      widget: "long-template",
      placeholder: "Refund {{ trigger.body.amount }} to {{ trigger.body.customer }}?",
      help: "Members decide under Approvals. To ask somebody else, let an earlier step send them {{ steps.<id>.link }}, with this step's id: its data has it as “Link to approve”. Whoever has the link can decide.",
    }),
    timeout: field(Duration.default({ amount: 3, unit: "days" }), {
      label: "Wait at most",
      widget: "duration",
      help: "After that it goes on by “Nobody decided”.",
    }),
  }),
  sample: { question: "Refund ticket {{ trigger.body.data.ticket_id }}?", timeout: { amount: 3, unit: "days" } },
  ports: [
    { id: "approved", name: "Approved" },
    { id: "rejected", name: "Rejected" },
    { id: "timeout", name: "Nobody decided" },
  ],
  describe: ({ question, timeout }) => `${question.slice(0, 70)} Waits up to ${durationWords(timeout)}`,
  outputExample: { decision: "approved", by: "Ann", note: "Fine with me." },
  plan: ({ question, timeout }, { fill }) => ({
    kind: "wait",
    awaited: {
      kind: "approval",
      question: fill.needed(question, "The question came out empty.").slice(0, QUESTION_LENGTH_MAX),
    },
    timeoutMs: durationMs(timeout),
  }),
});
