/** Text that any database column takes: NUL and broken surrogates become �, and it ends after `lengthMax` characters. */
export function storableText(text: string, lengthMax: number): string {
  const kept = text.length > lengthMax ? text.slice(0, lengthMax) : text;
  return SUSPECT.test(kept) ? kept.replace(/[\0\p{Surrogate}]/gu, "\uFFFD") : kept;
}

/** What hardly any text holds, and is quickly told: NUL, and halves of surrogates, whole pairs among them. */
const SUSPECT = /[\0\ud800-\udfff]/;
