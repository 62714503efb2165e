/** What an expression finds in a value, in the order it stands there; or why it cannot be looked for, in a sentence. */
export type Found = { ok: true; values: unknown[] } | { ok: false; message: string };

/** More than this nobody means to find. */
export const FOUND_MAX = 10_000;

export const TOO_MANY = "It finds more than 10,000 values. Look for something narrower.";
