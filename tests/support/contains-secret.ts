/** Whether a text holds a secret: as it is, or in any of the forms in which bytes are written. */
export function containsSecret(text: string, secret: string): boolean {
  const bytes = Buffer.from(secret);
  const lower = text.toLowerCase();
  return (
    formsOf(bytes).some((form) => text.includes(form)) ||
    lower.includes(bytes.toString("hex")) ||
    lower.includes(secret.toLowerCase())
  );
}

/** Which of the secrets a text holds, as sentences for a failure that do not repeat them. */
export function secretsIn(place: string, text: string, secrets: Record<string, string>[]): string[] {
  return secrets
    .flatMap(Object.entries)
    .filter(([, secret]) => containsSecret(text, secret))
    .map(([name]) => `${name} in ${place}`);
}

function formsOf(bytes: Buffer): string[] {
  const plain = [bytes.toString(), encodeURIComponent(bytes.toString()), JSON.stringify(bytes.toString()).slice(1, -1)];
  return [...plain, ...[0, 1, 2].flatMap((shift) => base64Of(bytes, shift))];
}

/** Base64 of text differs by where in it the secret begins; what depends on its neighbours is left out. */
function base64Of(bytes: Buffer, shift: number): string[] {
  const shifted = Buffer.concat([Buffer.alloc(shift), bytes]);
  const whole = shifted.subarray(0, shifted.length - (shifted.length % 3));
  return (["base64", "base64url"] as const).map((encoding) => whole.toString(encoding).slice(shift === 0 ? 0 : 4));
}
