import fc from "fast-check";
import { expect, test } from "vitest";
import { diagnoseToken } from "@/lib/domain/signatures/diagnose/diagnose-token";
import type { KnownSecret } from "@/lib/domain/signatures/diagnose/known-secret";
import { TokenRecipe } from "@/lib/domain/signatures/token-recipe";

const secrets: KnownSecret[] = [
  { id: "sec_0", value: "Open Sesame", label: "the endpoint's secret", standing: "current" },
  { id: "sec_1", value: "of the shop", label: "the secret of the endpoint “Shop”", standing: "foreign" },
];

type Arrival = { headers?: Record<string, string>; url?: string; body?: string };

function ask(recipe: object, { headers = {}, url = "", body = "" }: Arrival) {
  const lists = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
  const request = { method: "POST", url, headers: lists, body: new TextEncoder().encode(body) };
  return diagnoseToken(TokenRecipe.parse(recipe), request, { secrets });
}

const header = { header: "x-token" };
const bearer = { header: "x-token", prefix: "Bearer " };
const basic = { header: "x-token", prefix: "Basic ", encoding: "basic" };
const shown = (value: string) => ({ headers: { "x-token": value } });

test.each<[what: string, recipe: object, arrival: Arrival, kind: string, says: RegExp]>([
  ["a missing header", header, {}, "header", /^The header x-token did not come/],
  ["a hidden header", { header: "authorization" }, { headers: { authorization: "••••" } }, "header", /does not keep/],
  ["Bearer in front", header, shown("Bearer Open Sesame"), "prefix", /with “Bearer” in front/],
  ["no Bearer in front", bearer, shown("Open Sesame"), "prefix", /without “Bearer”/],
  ["another endpoint's secret", header, shown("of the shop"), "other-secret", /“Shop”/],
  ["other case", header, shown("open sesame"), "key-form", /capital and small/],
  ["quotes", header, shown('"Open Sesame"'), "key-form", /quotes/],
  ["a line break", { query: "key" }, { url: "/?key=Open%20Sesame%0A" }, "key-form", /the query parameter key/],
  ["base64", header, shown(btoa("Open Sesame")), "encoding", /in base64. It is expected as it is/],
  ["no base64", basic, shown("Basic Open Sesame"), "encoding", /expected in base64/],
  [
    "something else",
    { path: "token" },
    { body: '{"token":"guess"}' },
    "other-secret",
    /none of the secrets known here/,
  ],
  ["an empty field", { path: "token" }, { body: '{"token":""}' }, "other-secret", /is empty/],
  ["nothing", basic, shown(`Basic ${btoa("Open Sesame")}`), "right", /today/],
])("%s is named", (...[, recipe, arrival, kind, says]) => {
  const { findings } = ask(recipe, arrival);
  expect(findings).toMatchObject([{ kind, sentence: expect.stringMatching(says) }]);
  expect(JSON.stringify(findings)).not.toMatch(/open sesame|of the shop|guess/i);
});

test("nothing makes it throw", () => {
  const recipe = fc.constantFrom<object>(header, bearer, basic, { query: "q" }, { path: "a[*].b" });
  fc.assert(
    fc.property(recipe, fc.string({ unit: "binary" }), fc.json(), (some, text, body) => {
      expect(ask(some, { headers: { "x-token": text }, url: `/?q=${text}`, body }).findings).toHaveLength(1);
    }),
  );
});
