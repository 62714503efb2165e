import { z } from "zod";

const Finding = z.object({ kind: z.string(), sentence: z.string(), fix: z.string().nullish().catch(null) });

const Diagnosis = z.object({
  /** How many ways were tried: a number, or the ways themselves. */
  tried: z
    .union([z.number(), z.array(z.unknown()).transform((ways) => ways.length)])
    .nullish()
    .catch(null)
    .transform((tried) => tried ?? null),
  findings: z.array(Finding),
});
export type Diagnosis = z.infer<typeof Diagnosis>;

/** What the signature doctor answered; undefined when it cannot be read. */
export function readDiagnosis(answer: unknown): Diagnosis | undefined {
  return Diagnosis.safeParse(answer).data;
}
