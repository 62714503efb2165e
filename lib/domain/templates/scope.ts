/** What a template can name: the delivery that rang, and what earlier nodes gave, by their ids. */
export type Scope = { trigger: Record<string, unknown>; steps: Record<string, unknown> };
