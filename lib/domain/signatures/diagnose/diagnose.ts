import { HIDDEN } from "@/lib/domain/deliveries/read-headers";
import { clockFindings } from "@/lib/domain/signatures/diagnose/clock-findings";
import { type Diagnosis, type Finding, RIGHT } from "@/lib/domain/signatures/diagnose/diagnosis";
import type { HashBudget } from "@/lib/domain/signatures/diagnose/hash-budget";
import { hiddenFinding } from "@/lib/domain/signatures/diagnose/hidden-finding";
import type { KnownSecret } from "@/lib/domain/signatures/diagnose/known-secret";
import { placeFindings } from "@/lib/domain/signatures/diagnose/place-findings";
import { DIFFERENCES_MAX, type Match, type Space, search } from "@/lib/domain/signatures/diagnose/search";
import { bodyVariants } from "@/lib/domain/signatures/diagnose/variants/body-variants";
import { keyVariants } from "@/lib/domain/signatures/diagnose/variants/key-variants";
import { messageVariants } from "@/lib/domain/signatures/diagnose/variants/message-variants";
import type { Variant } from "@/lib/domain/signatures/diagnose/variants/variant";
import { type WrittenSignature, writtenSignatures } from "@/lib/domain/signatures/diagnose/written-signatures";
import { DIGEST_BYTES, type Hmac } from "@/lib/domain/signatures/hmac";
import { piecesOf, readClaim, timestampOf } from "@/lib/domain/signatures/read-claim";
import { type HmacRecipe, hasTimestamp } from "@/lib/domain/signatures/recipe";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";
import { signingKey } from "@/lib/domain/signatures/signing-key";

export type DiagnosisContext = {
  /** Those that the endpoint takes first. */
  secrets: readonly KnownSecret[];
  /** This server's clock when the request came. */
  nowMs: number;
  hmac: Hmac;
  budget: HashBudget;
  /** Called now and then, so that others are served meanwhile. */
  pause: () => Promise<void>;
  /** Other senders' ways that the request follows. Asked once it is clear that it does not follow the endpoint's. */
  otherWays?: () => Finding[];
};

/**
 * Finds out which usual mistakes would make the signature of a refused request right, the fewest at once. It only looks:
 * nothing is accepted. No finding means that none of the tried ones would; then the secret is most likely another. Of a
 * sender's several recipes, that one is followed by which the request was judged.
 */
export async function diagnose(
  recipes: readonly HmacRecipe[],
  request: SignedRequest,
  context: DiagnosisContext,
): Promise<Diagnosis> {
  const findings = await findingsFor(judging(recipes, request), request, context);
  return { tried: context.budget.tried, findings };
}

/**
 * The first recipe by whose names a signature came; where none did, all of them were tried, and the one of whose headers
 * most came is most likely meant.
 */
function judging(recipes: readonly HmacRecipe[], request: SignedRequest): HmacRecipe[] {
  const judge = recipes.find((recipe) => {
    const claim = readClaim(recipe, request);
    return claim.ok || claim.reason !== "missing_signature";
  });
  return judge ? [judge] : recipes.toSorted((one, other) => countCome(other, request) - countCome(one, request));
}

function countCome({ header, idHeader, timestampHeader }: HmacRecipe, { headers }: SignedRequest): number {
  const names = [header, idHeader, timestampHeader].flat().filter((name) => name !== undefined);
  return names.filter((name) => headerValues(headers, name).length > 0).length;
}

async function findingsFor(
  recipes: readonly HmacRecipe[],
  request: SignedRequest,
  context: DiagnosisContext,
): Promise<Finding[]> {
  const written = writtenSignatures(request.headers);
  const spaces = recipes.map((recipe) => ({
    recipe,
    space: spaceOf(recipe, request, { secrets: context.secrets, written }),
  }));
  const find = async (differences: number): Promise<Finding[] | undefined> => {
    for (const { recipe, space } of spaces) {
      const match = await search(space, differences, { ...context, written });
      if (match) return matchFindings(recipe, request, { match, nowMs: context.nowMs });
    }
    return undefined;
  };

  const exact = await find(0);
  // A right signature at another place may be another sender's way to sign.
  if (exact && !exact.some(({ kind }) => kind === "header")) return exact.length > 0 ? exact : [RIGHT];
  const ways = context.otherWays?.() ?? [];
  if (exact || ways.length > 0) return [...ways, ...(exact ?? [])];

  for (let differences = 1; differences <= DIFFERENCES_MAX; differences++) {
    const findings = await find(differences);
    if (findings) return findings;
  }
  const [likeliest] = recipes;
  return likeliest ? unmatchedFindings(likeliest, request, context.secrets) : [];
}

type Material = { secrets: readonly KnownSecret[]; written: readonly WrittenSignature[] };

function spaceOf(recipe: HmacRecipe, request: SignedRequest, { secrets, written }: Material): Space {
  const algorithms = algorithmVariants(recipe, written);
  // Where nothing looks like a signature, there is nothing to try.
  if (algorithms.length === 0) return { bodies: [], messages: [], algorithms, keys: [] };
  return {
    bodies: bodyVariants(request.body),
    messages: messageVariants(recipe, request),
    algorithms,
    keys: keyVariants(recipe, secrets),
  };
}

/** What an endpoint can be set to. */
const ALGORITHMS: HmacRecipe["algorithm"][] = ["sha256", "sha1", "sha512"];

/** Those whose answer is as long as one of the written signatures. */
function algorithmVariants(
  recipe: HmacRecipe,
  written: readonly WrittenSignature[],
): Variant<HmacRecipe["algorithm"]>[] {
  const possible = ALGORITHMS.filter((algorithm) =>
    written.some(({ bytes }) => bytes.length === DIGEST_BYTES[algorithm]),
  );
  return possible.map((algorithm) => ({
    value: algorithm,
    findings: algorithm === recipe.algorithm ? [] : [algorithmFinding(recipe, algorithm)],
  }));
}

function algorithmFinding(recipe: HmacRecipe, algorithm: HmacRecipe["algorithm"]): Finding {
  const [used, expected] = [algorithm, recipe.algorithm].map((name) => name.replace("sha", "SHA-"));
  return {
    kind: "algorithm",
    sentence: `The signature was made with ${used}. The endpoint expects ${expected}.`,
    fix: `Let the sender sign with ${expected}, or change the endpoint's algorithm to ${used}.`,
  };
}

type Matched = { match: Match; nowMs: number };

function matchFindings(recipe: HmacRecipe, request: SignedRequest, { match, nowMs }: Matched): Finding[] {
  const places = placeFindings(recipe, request, match);
  const timestamp = match.message.timestamp || (timestampOf(recipe, request, piecesOf(recipe, request.headers)) ?? "");
  const isTimed = hasTimestamp(recipe) && timestamp !== "";
  return [...match.findings, ...places, ...(isTimed ? clockFindings(recipe, timestamp, nowMs) : [])];
}

/** What can be said although nothing fits. */
function unmatchedFindings(recipe: HmacRecipe, request: SignedRequest, secrets: readonly KnownSecret[]): Finding[] {
  const hidden = [recipe.header].flat().find((name) => headerValues(request.headers, name).includes(HIDDEN));
  if (hidden !== undefined) return [hiddenFinding(hidden)];
  const current = secrets.filter(({ standing, value }) => standing === "current" && value !== "");
  if (current.length === 0) return [NO_SECRET];
  if (!current.some(({ value }) => signingKey(recipe, value))) return [unusable(recipe)];
  const claim = readClaim(recipe, request);
  return claim.ok ? [] : [{ kind: "header", sentence: claim.message, fix: FIX_CLAIM }];
}

const FIX_CLAIM =
  "Is a secret set at the sender? Without one, most do not sign. If it is, compare the endpoint's source with the sender's documentation.";

const NO_SECRET: Finding = {
  kind: "other-secret",
  sentence: "The endpoint has no secret to check the signature with.",
  fix: "Add the sender's secret on the endpoint's page, or make one there and give it to the sender.",
};

function unusable({ keyEncoding }: HmacRecipe): Finding {
  return {
    kind: "key-form",
    sentence: `The endpoint's secret is not ${keyEncoding}, as this sender's have to be.`,
    fix: "Copy the whole secret from the sender again, without spaces around it.",
  };
}
