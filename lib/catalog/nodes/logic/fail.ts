import { z } from "zod";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { field } from "@/lib/domain/forms/field";

const MESSAGE_LENGTH_MAX = 1_000;

export const fail = defineNode({
  type: "fail",
  name: "Fail",
  summary: "Marks the run as failed, with a message of yours.",
  kind: "logic",
  icon: "octagon-x",
  config: z.strictObject({
    message: field(z.string("Say what went wrong.").trim().min(1, "Say what went wrong.").max(8_000), {
      label: "What went wrong",
      widget: "long-template",
      placeholder: "No customer has the number {{ trigger.body.customer }}.",
      help: "It stands in the log, and in whatever tells you of failures.",
    }),
  }),
  sample: { message: "Ticket {{ trigger.body.data.ticket_id }} has no owner." },
  ports: [],
  describe: ({ message }) => `Fails: ${message}`.slice(0, 100),
  plan: ({ message }, { fill }) => {
    const filled = fill.text(message).trim().slice(0, MESSAGE_LENGTH_MAX);
    return {
      kind: "fail",
      message: filled || "This step fails the run, and its message came out empty.",
      output: null,
    };
  },
});
