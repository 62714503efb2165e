import { z } from "zod";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { field } from "@/lib/domain/forms/field";

const INPUTS_MAX = 30;

const Input = z.strictObject({
  key: z
    .string()
    .regex(/^[A-Za-z_]\w{0,63}$/, "A field's key has letters, digits and _ only, and begins with a letter."),
  label: z.string().trim().min(1, "Give each field a label.").max(200),
  type: z.enum(["text", "number", "switch"]).default("text"),
  isRequired: z.boolean().default(false),
});
/** One field of the form that a person fills in to start a workflow. */
export type ManualInput = z.infer<typeof Input>;

const Config = z.strictObject({
  inputs: field(z.array(Input).max(INPUTS_MAX).default([]), {
    label: "What to ask for",
    widget: "input-fields",
    help: "Whoever starts it fills this in. Later steps see it by its key, as in {{ trigger.body.email }}.",
  }),
});

export const manual = defineNode({
  type: "manual",
  name: "By hand",
  summary: "Starts when a person presses a button, or another workflow runs it.",
  kind: "trigger",
  icon: "play",
  config: Config,
  sample: { inputs: [{ key: "email", label: "Customer's e-mail", type: "text", isRequired: true }] },
  ports: [{ id: "out", name: "Then" }],
  describe: ({ inputs }) =>
    inputs.length === 0
      ? "When somebody starts it"
      : `Asks for ${inputs.map(({ label }) => label).join(", ")}`.slice(0, 100),
  check: ({ inputs }) => {
    const keys = inputs.map(({ key }) => key);
    return keys
      .filter((key, index) => keys.indexOf(key) < index)
      .map((key) => ({ field: "inputs", message: `Two fields have the key “${key}”.` }));
  },
  input: () => null,
  plan: (_, { scope }) => ({ kind: "leave", port: "out", output: scope.trigger }),
});

/** What a manual node asks for; undefined while it is not set up. */
export function readManualConfig(config: unknown): z.output<typeof Config> | undefined {
  return Config.safeParse(config).data;
}
