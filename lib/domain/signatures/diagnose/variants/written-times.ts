import type { HmacRecipe } from "@/lib/domain/signatures/recipe";
import type { RequestHeaders } from "@/lib/domain/signatures/signed-request";

/** A time of signing or an id that a request carries somewhere, to the letter. */
export type Written = { text: string; header: string; isWhereExpected: boolean };

const EACH_MAX = 4;
const TIME =
  /(?:^|[\s,;=])(\d{10}|\d{13}|\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d))(?=$|[\s,;])/g;
const ID_NAME = /(^|[-_])id$|delivery|uuid|nonce/;

/** What looks like a time of signing in any header. */
export function writtenTimes(recipe: HmacRecipe, headers: RequestHeaders): Written[] {
  const { timestampPrefix: prefix } = recipe;
  const times = valuesOf(headers).flatMap(({ header, value }) =>
    [...value.slice(0, 2_000).matchAll(TIME)].map((match) => {
      const text = match[1] ?? "";
      // Where the signature's own header has another name, the time in it is still where it should be.
      return { text, header, isWhereExpected: prefix !== undefined && value.includes(prefix + text) };
    }),
  );
  return distinct(times);
}

/** What looks like the id of a message in any header. */
export function writtenIds(headers: RequestHeaders): Written[] {
  const ids = valuesOf(headers).filter(({ header, value }) => ID_NAME.test(header) && value.length <= 200);
  return distinct(ids.map(({ header, value }) => ({ text: value, header, isWhereExpected: false })));
}

function valuesOf(headers: RequestHeaders): { header: string; value: string }[] {
  return Object.entries(headers).flatMap(([header, values]) => values.map((value) => ({ header, value })));
}

function distinct(written: Written[]): Written[] {
  return [...new Map(written.map((each) => [each.text, each])).values()].slice(0, EACH_MAX);
}
