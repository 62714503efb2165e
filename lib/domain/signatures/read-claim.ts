import { parseJson } from "@/lib/domain/json/parse-json";
import { readPath } from "@/lib/domain/json/read-path";
import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import { DIGEST_BYTES } from "@/lib/domain/signatures/hmac";
import type { Refusal } from "@/lib/domain/signatures/proof";
import { readTimestamp } from "@/lib/domain/signatures/read-timestamp";
import { type HmacRecipe, hasTimestamp } from "@/lib/domain/signatures/recipe";
import { refuse } from "@/lib/domain/signatures/refuse";
import { headerValues, type RequestHeaders, type SignedRequest } from "@/lib/domain/signatures/signed-request";

/** What a request says about itself: not yet proven. */
export type Claim = {
  ok: true;
  /** Each as long as the algorithm's answer. */
  signatures: Uint8Array[];
  id: string;
  /** As it was written, which is what was signed; empty when the recipe has none. */
  timestamp: string;
  timestampMs: number | undefined;
};

/** Reads the signatures, the timestamp and the id where the recipe says they stand. */
export function readClaim(recipe: HmacRecipe, request: SignedRequest): Claim | Refusal {
  const pieces = piecesOf(recipe, request.headers);
  if (pieces.length === 0) {
    return refuse("missing_signature", `${namesOf(recipe)} did not come. ${expectation(recipe)}`);
  }

  for (const [name, value] of Object.entries(recipe.requiredHeaders)) {
    if (headerValues(request.headers, name)[0] === value) continue;
    return refuse("malformed_signature", `The header ${name} has to be “${value}” and is not.`);
  }

  const id = recipe.idHeader ? headerValues(request.headers, recipe.idHeader)[0] : "";
  if (!id && recipe.idHeader) {
    return refuse("missing_signature", `The header ${recipe.idHeader}, which is signed, did not come.`);
  }

  const signatures = pieces.flatMap((piece) => signatureIn(recipe, piece) ?? []);
  if (signatures.length === 0) {
    return refuse("malformed_signature", `${namesOf(recipe)} came without a signature. ${expectation(recipe)}`);
  }

  return withTimestamp(recipe, {
    request,
    pieces,
    claim: { ok: true, signatures, id: id ?? "", timestamp: "", timestampMs: undefined },
  });
}

/** What stands where the recipe looks for signatures, piece by piece. */
export function piecesOf({ header, separator }: HmacRecipe, headers: RequestHeaders): string[] {
  const values = [header].flat().flatMap((name) => headerValues(headers, name));
  const pieces = separator === undefined ? values : values.flatMap((value) => value.split(separator));
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

function signatureIn(recipe: HmacRecipe, piece: string): Uint8Array | undefined {
  const prefix =
    recipe.prefix === "" && piece.startsWith(`${recipe.algorithm}=`) ? `${recipe.algorithm}=` : recipe.prefix;
  // Nothing longer than hex can be a signature, and decoding is not for free.
  if (!piece.startsWith(prefix) || piece.length > prefix.length + 2 * DIGEST_BYTES[recipe.algorithm]) return undefined;
  const bytes = decodeBytes(piece.slice(prefix.length), recipe.encoding);
  return bytes?.length === DIGEST_BYTES[recipe.algorithm] ? bytes : undefined;
}

type Reading = { request: SignedRequest; pieces: string[]; claim: Claim };

function withTimestamp(recipe: HmacRecipe, { request, pieces, claim }: Reading): Claim | Refusal {
  if (!hasTimestamp(recipe)) return claim;
  const timestamp = timestampOf(recipe, request, pieces);
  if (!timestamp) return refuse("missing_timestamp", "The time of signing did not come.");
  const timestampMs = readTimestamp(timestamp, recipe.timestampUnit);
  if (timestampMs === undefined)
    return refuse("malformed_timestamp", `The time of signing is not ${UNITS[recipe.timestampUnit]}.`);
  return { ...claim, timestamp, timestampMs };
}

const UNITS = {
  s: "a number of seconds since 1970",
  ms: "a number of milliseconds since 1970",
  iso: "a date as ISO 8601 writes it",
};

/** The time of signing as it is written where the recipe looks for it. */
export function timestampOf(recipe: HmacRecipe, request: SignedRequest, pieces: string[]): string | undefined {
  const { timestampHeader, timestampPrefix, timestampPath } = recipe;
  if (timestampHeader) return headerValues(request.headers, timestampHeader)[0];
  if (timestampPrefix) return pieces.find((piece) => piece.startsWith(timestampPrefix))?.slice(timestampPrefix.length);
  const body = parseJson(new TextDecoder().decode(request.body));
  const value = body.ok ? readPath(body.value, timestampPath ?? "") : undefined;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function namesOf(recipe: HmacRecipe): string {
  return `The header ${[recipe.header].flat().join(" or ")}`;
}

/** Says what was expected, and never what came: some senders put their secret there by mistake. */
function expectation(recipe: HmacRecipe): string {
  const bytes = DIGEST_BYTES[recipe.algorithm];
  const signature = recipe.encoding === "hex" ? `${2 * bytes} hex digits` : `${bytes} bytes in ${recipe.encoding}`;
  return `Expected ${recipe.prefix === "" ? signature : `“${recipe.prefix}” and ${signature}`}.`;
}
