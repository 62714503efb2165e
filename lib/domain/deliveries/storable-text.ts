/** Text that any database column takes: NUL and broken surrogates become �, and it ends after `lengthMax` characters. */
export function storableText(text: string, lengthMax: number): string {
  return text.slice(0, lengthMax).replace(/[\0\p{Surrogate}]/gu, "\uFFFD");
}
