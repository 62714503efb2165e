import { z } from "zod";

/** One way in which a request differs from what its endpoint expects. In plain words, without a secret or a signature. */
export const Finding = z.object({
  kind: z.enum([
    "other-secret",
    "key-form",
    "algorithm",
    "encoding",
    "prefix",
    "header",
    "content",
    "body-changed",
    "url",
    "clock",
    "other-source",
    /** Nothing differs: what the endpoint expects was changed since. */
    "right",
  ]),
  sentence: z.string(),
  /** What to do about it. */
  fix: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** What the signature doctor says: what it found, and how many keyed hashes and comparisons it tried for it. */
export const Diagnosis = z.object({ tried: z.int(), findings: z.array(Finding) });
export type Diagnosis = z.infer<typeof Diagnosis>;

/** For a request that would be let in as things are now. */
export const RIGHT: Finding = {
  kind: "right",
  sentence: "This would be let in today: its proof is right by what the endpoint expects now.",
  fix: "Have it sent again, or process it by hand. Whatever was wrong has been set right since it arrived.",
};
