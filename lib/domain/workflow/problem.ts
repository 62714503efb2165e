import { z } from "zod";

/** Something that keeps a drawing from being published, in a sentence, and where it is. */
export const Problem = z.object({
  /** Absent when it concerns the whole drawing. */
  nodeId: z.string().optional(),
  /** The field of the node's form. */
  field: z.string().optional(),
  message: z.string(),
});
export type Problem = z.infer<typeof Problem>;
