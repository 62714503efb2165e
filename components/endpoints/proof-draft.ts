/** What is said, so far, about how a sender proves itself. What was not touched is as usual. */
export type ProofDraft = { secret: string; scheme: string; recipe: Record<string, string> };

export const USUAL_PROOF: ProofDraft = { secret: "", scheme: "", recipe: {} };

/** The draft as an endpoint's options: only what differs from the usual. */
export function optionsOf({ scheme, recipe }: ProofDraft): Record<string, unknown> {
  const said = Object.entries(recipe).filter(([, value]) => value !== "");
  return { ...(scheme ? { scheme } : {}), ...(said.length > 0 ? { recipe: Object.fromEntries(said) } : {}) };
}
