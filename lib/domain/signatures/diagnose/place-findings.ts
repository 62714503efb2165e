import type { Finding } from "@/lib/domain/signatures/diagnose/diagnosis";
import type { WrittenSignature } from "@/lib/domain/signatures/diagnose/written-signatures";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import { readClaim } from "@/lib/domain/signatures/read-claim";
import type { HmacRecipe } from "@/lib/domain/signatures/recipe";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";

type Placed = { signatures: readonly WrittenSignature[]; algorithm: HmacRecipe["algorithm"] };

/** How the place and the spelling of a right signature differ from what the recipe expects. */
export function placeFindings(
  recipe: HmacRecipe,
  request: SignedRequest,
  { signatures, algorithm }: Placed,
): Finding[] {
  // What the finding about the algorithm says is not said again: it is read as if it had been the recipe's.
  const claims = prefixes(recipe, algorithm).map((prefix) => readClaim({ ...recipe, algorithm, prefix }, request));
  const read = claims.flatMap((claim) => (claim.ok ? claim.signatures : []));
  if (signatures.some(({ bytes }) => read.some((other) => equalBytes(other, bytes)))) return [];
  const [fewest = []] = signatures
    .map((signature) => spellingFindings(recipe, signature))
    .sort((one, other) => one.length - other.length);
  const [claim] = claims;
  if (!claim || claim.ok || claim.reason === "malformed_timestamp") return fewest;
  // A signature that is spelled wrong has been refused for that; what else is missing could not be seen.
  if (fewest.length > 0 && claim.reason !== "missing_timestamp") return fewest;
  return [...fewest, { kind: "header", sentence: claim.message, fix: FIX_COMPANION }];
}

function prefixes({ prefix, algorithm: expected }: HmacRecipe, algorithm: HmacRecipe["algorithm"]): string[] {
  return prefix === `${expected}=` ? [prefix, `${algorithm}=`] : [prefix];
}

const FIX_COMPANION = "Let the sender send this header, too, as its documentation says.";

function spellingFindings(recipe: HmacRecipe, signature: WrittenSignature): Finding[] {
  return [
    headerFinding(recipe, signature),
    encodingFinding(recipe, signature),
    prefixFinding(recipe, signature),
  ].filter((finding) => finding !== undefined);
}

function headerFinding(recipe: HmacRecipe, { header }: WrittenSignature): Finding | undefined {
  const names = [recipe.header].flat();
  if (names.some((name) => (name.endsWith("*") ? header.startsWith(name.slice(0, -1)) : header === name)))
    return undefined;
  const expected = names.join(" or ");
  return {
    kind: "header",
    sentence: `The signature came in the header ${header}. The endpoint looks for it in ${expected}.`,
    fix: `Let the sender put its signature into ${expected}, or tell the endpoint to look into ${header}.`,
  };
}

const ENCODINGS = { hex: "hex digits", base64: "base64", base64url: "base64 for addresses (base64url)" };

function encodingFinding({ encoding }: HmacRecipe, { encodings }: WrittenSignature): Finding | undefined {
  const [found = encoding] = encodings;
  if (encodings.includes(encoding)) return undefined;
  return {
    kind: "encoding",
    sentence: `The signature is right, but is written as ${ENCODINGS[found]}. The endpoint expects ${ENCODINGS[encoding]}.`,
    fix: `Let the sender write its signature as ${ENCODINGS[encoding]}, or change the endpoint's encoding to ${found}.`,
  };
}

function prefixFinding(recipe: HmacRecipe, signature: WrittenSignature): Finding | undefined {
  const { before, after } = surroundings(recipe, signature);
  const isNamedByAlgorithm = /^sha\d+=$/.test(before) && /^(sha\d+=)?$/.test(recipe.prefix);
  if ((before === recipe.prefix || isNamedByAlgorithm) && after === "") return undefined;
  return { kind: "prefix", sentence: prefixSentence(recipe, before, after), fix: prefixFix(recipe) };
}

function prefixSentence({ prefix }: HmacRecipe, before: string, after: string): string {
  if (after !== "")
    return "The signature is right, but does not stand alone where the endpoint looks for it: more follows.";
  if (before === "") return `The signature is right, but came without “${prefix}” in front.`;
  const expected = prefix === "" ? "nothing" : `“${prefix}”`;
  // What looks like anything but the name of a version or a scheme is not repeated.
  const found = /^[A-Za-z]{0,12}-?[A-Za-z0-9]{0,6}[=:,]? ?["']?$/.test(before) ? `“${before}”` : "something else";
  return `The signature is right, but has ${found} in front. The endpoint expects ${expected} there.`;
}

function prefixFix({ prefix }: HmacRecipe): string {
  if (prefix === "") return "Let the sender send the signature alone, or set the endpoint's prefix to what it sends.";
  return `Let the sender write “${prefix}” before its signature, with nothing around, or change the endpoint's prefix.`;
}

/** What stands around a signature, within the piece that the recipe would read. */
function surroundings(
  { separator }: HmacRecipe,
  { value, from, to }: WrittenSignature,
): { before: string; after: string } {
  const start = separator === undefined || from === 0 ? 0 : value.lastIndexOf(separator, from - 1) + 1;
  const end = separator === undefined ? -1 : value.indexOf(separator, to);
  return { before: value.slice(start, from).trimStart(), after: value.slice(to, end < 0 ? undefined : end).trim() };
}
