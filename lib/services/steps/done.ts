/** What came of something that reaches nobody outside, or why nothing did, in a sentence. */
export type Done = { ok: true; output: unknown } | { ok: false; message: string; output?: unknown };
