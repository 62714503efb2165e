import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import type { Finding } from "@/lib/domain/signatures/diagnose/diagnosis";
import { type KnownSecret, secretFindings } from "@/lib/domain/signatures/diagnose/known-secret";
import { secretTexts } from "@/lib/domain/signatures/diagnose/variants/secret-texts";
import { leastDifferent, type Variant } from "@/lib/domain/signatures/diagnose/variants/variant";
import { encodeBytes } from "@/lib/domain/signatures/encode-bytes";
import type { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { signingKey } from "@/lib/domain/signatures/signing-key";

/** The keys that these secrets may have been turned into, the likelier ones first. */
export function keyVariants(recipe: HmacRecipe, secrets: readonly KnownSecret[]): Variant<Uint8Array>[] {
  const variants = secrets.flatMap((secret) => {
    const forms = secretTexts(secret.value).flatMap((text) =>
      readings(recipe, text.value).map((reading) => ({
        value: reading.value,
        findings: [...secretFindings(secret), ...text.findings, ...reading.findings],
      })),
    );
    return forms.filter(({ value }) => value.length > 0);
  });
  return leastDifferent(variants, (key) => encodeBytes(key, "hex"));
}

const utf8 = new TextEncoder();
const PREFIX = /^[A-Za-z][A-Za-z0-9]{1,15}_/;
const WHSEC = "whsec_";

/** The ways to make a key of a text: the recipe's first. */
function readings(recipe: HmacRecipe, text: string): Variant<Uint8Array>[] {
  const prefix =
    (recipe.keyPrefix && text.startsWith(recipe.keyPrefix) ? recipe.keyPrefix : PREFIX.exec(text)?.[0]) ?? "";
  const rest = text.slice(prefix.length);
  const named = prefix === WHSEC || prefix === recipe.keyPrefix ? `“${prefix}”` : "its prefix";
  const others: [key: Uint8Array | undefined, description: string][] = [
    [utf8.encode(text), prefix ? `the secret's text as it is, with ${named}` : "the secret's text as it is"],
    [decodeBytes(text, "base64"), "what the secret's text stands for in base64"],
    [decodeBytes(text, "base64url"), "what the secret's text stands for in base64"],
    [decodeBytes(text, "hex"), "what the secret's text stands for in hex"],
  ];
  if (prefix) {
    others.push(
      [utf8.encode(rest), `the secret's text without ${named}`],
      [decodeBytes(rest, "base64"), `what follows ${named} in the secret, decoded from base64`],
      [decodeBytes(rest, "hex"), `what follows ${named} in the secret, decoded from hex`],
    );
  }
  if (prefix !== WHSEC) others.push([utf8.encode(WHSEC + text), `the secret's text with “${WHSEC}” in front`]);
  const expected = signingKey(recipe, text);
  return [
    ...(expected ? [{ value: expected, findings: [] }] : []),
    ...others.flatMap(([key, used]) => (key ? [{ value: key, findings: [otherReading(recipe, used)] }] : [])),
  ];
}

function otherReading(recipe: HmacRecipe, used: string): Finding {
  const expected = expectedReading(recipe);
  return {
    kind: "key-form",
    sentence: `The sender signed with ${used}. The key that the endpoint expects is ${expected}.`,
    fix: `Let the sender sign with ${expected}, or change how the endpoint reads its secret.`,
  };
}

function expectedReading({ keyEncoding, keyPrefix }: HmacRecipe): string {
  const part = keyPrefix ? `what follows “${keyPrefix}” in the secret` : "the secret's text";
  return keyEncoding === "text" ? part : `${part}, decoded from ${keyEncoding}`;
}
