import type { Finding } from "@/lib/domain/signatures/diagnose/diagnosis";
import type { Variant } from "@/lib/domain/signatures/diagnose/variants/variant";

/** A secret's text as it is, and as copying it may have changed it: on our side or on the sender's. */
export function secretTexts(secret: string): Variant<string>[] {
  return [{ value: secret, findings: [] }, ...strippedTexts(secret), ...paddedTexts(secret)];
}

/** What is too much in the endpoint's copy. */
function strippedTexts(secret: string): Variant<string>[] {
  const variants: Variant<string>[] = [];
  const trimmed = secret.trim();
  if (trimmed !== secret) variants.push({ value: trimmed, findings: [tooMuch(blankIn(secret))] });
  const unquoted = /^(["'`“„])([\s\S]*)(["'`”“])$/.exec(trimmed)?.[2];
  if (unquoted !== undefined) variants.push({ value: unquoted, findings: [tooMuch("quotes around it")] });
  return variants;
}

function blankIn(secret: string): string {
  if (/[\r\n]\s*$/.test(secret)) return "line break at its end";
  return /\s$/.test(secret) ? "space at its end" : "space at its beginning";
}

function tooMuch(what: string): Finding {
  const thing = what.replace(/ (at|around) .*/, "");
  return {
    kind: "key-form",
    sentence: `The signature would be right if the secret had no ${what}.`,
    fix: `Copy the secret again, without the ${thing}.`,
  };
}

/** What is too much in the sender's copy. */
function paddedTexts(secret: string): Variant<string>[] {
  return [
    { value: `${secret}\n`, findings: [extra("a line break at its end")] },
    { value: `${secret}\r\n`, findings: [extra("a line break at its end")] },
    { value: `${secret} `, findings: [extra("a space at its end")] },
    { value: ` ${secret}`, findings: [extra("a space at its beginning")] },
    { value: `"${secret}"`, findings: [extra("quotes around it")] },
    { value: `'${secret}'`, findings: [extra("quotes around it")] },
  ];
}

function extra(what: string): Finding {
  const thing = what.replace(/ (at|around) .*/, "").replace(/^a /, "");
  return {
    kind: "key-form",
    sentence: `The sender's copy of the secret has ${what}, and the endpoint's has not.`,
    fix: `Enter the secret at the sender again, without the ${thing}.`,
  };
}
