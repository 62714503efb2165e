/** What is said, so far, about how a sender proves itself. What was not touched is as usual. */
export type ProofDraft = {
  secret: string;
  scheme: string;
  recipe: Record<string, string>;
  /** The source's own settings, by the name of the option. */
  settings: Record<string, string>;
};

export const USUAL_PROOF: ProofDraft = { secret: "", scheme: "", recipe: {}, settings: {} };

/** The draft as an endpoint's options: only what differs from the usual. */
export function optionsOf({ scheme, recipe, settings }: ProofDraft): Record<string, unknown> {
  // A recipe's texts stay as they are: a prefix may well end with a space.
  const said = written(recipe);
  const told = Object.entries(settings).map(([option, text]) => [option, text.trim()] as const);
  return {
    ...written(Object.fromEntries(told)),
    ...(scheme ? { scheme } : {}),
    ...(Object.keys(said).length > 0 ? { recipe: said } : {}),
  };
}

function written(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));
}
