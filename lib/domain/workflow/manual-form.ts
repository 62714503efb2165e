import { z } from "zod";
import type { Graph } from "@/lib/domain/workflow/graph";

/** One field of the form that starts a workflow by hand. */
export const ManualField = z.object({
  key: z.string(),
  label: z.string(),
  type: z.enum(["text", "number", "switch"]),
  isRequired: z.boolean().default(false),
});
export type ManualField = z.infer<typeof ManualField>;

const Config = z.object({ inputs: z.array(ManualField).default([]) });

/** The node that a person starts, and what they are asked for. */
export type ManualForm = { nodeId: string; fields: ManualField[] };

/** How a drawing is started by hand; undefined when it cannot be. */
export function manualFormOf({ nodes }: Graph): ManualForm | undefined {
  const node = nodes.find(({ type }) => type === "manual");
  return node && { nodeId: node.id, fields: Config.safeParse(node.config).data?.inputs ?? [] };
}

const TYPES = { text: "string", number: "number", switch: "boolean" } as const;

/** What is wrong with what was filled in for a field, in a sentence; undefined when nothing is. */
export function manualComplaint({ label, type, isRequired }: ManualField, value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return isRequired ? `Fill in “${label}”.` : undefined;
  if (typeof value === TYPES[type]) return undefined;
  return `“${label}” has to be a ${type === "switch" ? "yes or no" : type}.`;
}
