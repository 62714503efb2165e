import { z } from "zod";
import { parseJson } from "@/lib/domain/json/parse-json";
import { readPaths } from "@/lib/domain/json/read-paths";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import type { Proof } from "@/lib/domain/signatures/proof";
import { queryOf } from "@/lib/domain/signatures/query-of";
import { refuse } from "@/lib/domain/signatures/refuse";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { ProofContext, Verifier } from "@/lib/domain/signatures/verifier";

/**
 * How a sender shows a secret as it is, rather than signing with it: in a header, in a query parameter, or in its JSON
 * body, where `[*]` stands for every item of a list, and all must show it. Worth as much as the connection is private.
 */
export const TokenRecipe = z.union([
  z.strictObject({
    header: z.string().min(1).max(100).toLowerCase(),
    /** Stands before the secret, such as `Bearer `. Its letters may differ in case. */
    prefix: z.string().max(40).default(""),
    /** `basic` when base64 of `user:password` stands in the header, and `user:password` is the secret. */
    encoding: z.enum(["text", "basic"]).default("text"),
  }),
  z.strictObject({ query: z.string().min(1).max(100) }),
  z.strictObject({ path: z.string().min(1).max(200) }),
]);
export type TokenRecipe = z.infer<typeof TokenRecipe>;

const utf8 = new TextEncoder();

/** Checks that a request shows one of the secrets, in a time that does not tell how much of it is right. */
export function tokenVerifier(recipe: TokenRecipe): Verifier {
  return {
    verify(request, { secrets, crypto }: ProofContext): Proof {
      const usable = secrets.filter(({ value }) => value !== "");
      if (usable.length === 0) return refuse("no_secret", "There is no secret to check the token with.");
      const tokens = tokensIn(recipe, request);
      if (tokens.length === 0) return refuse("missing_signature", `${placeOf(recipe)} did not come.`);

      const digest = (text: string) => crypto.digest("sha256", utf8.encode(text));
      const shown = tokens.map((token) => digest(typeof token === "string" ? token : ""));
      const match = usable.find(({ value }) => {
        const expected = digest(value);
        return shown.map((token) => equalBytes(token, expected)).every(Boolean);
      });
      if (match) return { ok: true, secretId: match.id };
      return refuse("wrong_signature", `${placeOf(recipe)} does not hold the endpoint's secret.`);
    },
  };
}

function tokensIn(recipe: TokenRecipe, request: SignedRequest): unknown[] {
  if ("query" in recipe) return queryOf(request.url).getAll(recipe.query).slice(0, 1);
  if ("path" in recipe) {
    const body = parseJson(new TextDecoder().decode(request.body));
    const found = body.ok ? readPaths(body.value, recipe.path) : [];
    return found.every((token) => token === undefined) ? [] : found;
  }
  const [value] = headerValues(request.headers, recipe.header);
  if (value === undefined) return [];
  if (!value.toLowerCase().startsWith(recipe.prefix.toLowerCase())) return [""];
  const token = value.slice(recipe.prefix.length).trim();
  return [recipe.encoding === "basic" ? decodeBasic(token) : token];
}

function decodeBasic(token: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(token), (letter) => letter.charCodeAt(0)));
  } catch {
    return "";
  }
}

/** Where the secret has to stand, for people. */
function placeOf(recipe: TokenRecipe): string {
  if ("query" in recipe) return `The query parameter ${recipe.query}`;
  return "path" in recipe ? `The body's field ${recipe.path}` : `The header ${recipe.header}`;
}
