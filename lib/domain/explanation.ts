/** What happened in one sentence, and what can be done about it or should be known. */
export type Explanation = { headline: string; hint: string };
