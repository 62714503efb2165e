import type { Finding } from "@/lib/domain/signatures/diagnose/diagnosis";
import { urlVariants } from "@/lib/domain/signatures/diagnose/variants/url-variants";
import { leastDifferent, type Variant } from "@/lib/domain/signatures/diagnose/variants/variant";
import { type Written, writtenIds, writtenTimes } from "@/lib/domain/signatures/diagnose/variants/written-times";
import { piecesOf, timestampOf } from "@/lib/domain/signatures/read-claim";
import type { HmacRecipe } from "@/lib/domain/signatures/recipe";
import type { SignedValues } from "@/lib/domain/signatures/signed-parts";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";

/** What is signed, all but the body: the places and what stands in them. */
export type Message = { signedContent: string } & Omit<SignedValues, "body">;

const CONTENTS: Readonly<Record<string, string>> = {
  "{body}": "the body alone",
  "{timestamp}.{body}": "the time of signing, a dot and the body",
  "{timestamp}{body}": "the time of signing and the body, with nothing in between",
  "v0:{timestamp}:{body}": "“v0:”, the time of signing, a colon and the body",
  "{timestamp}:{body}": "the time of signing, a colon and the body",
  "{id}.{timestamp}.{body}": "the message's id, the time of signing and the body, with dots in between",
  "{url}{body}": "the address and the body",
  "{body}{url}": "the body and the address",
};

/** What may have been signed around the body: the recipe's own first. */
export function messageVariants(recipe: HmacRecipe, request: SignedRequest): Variant<Message>[] {
  const material = {
    times: variantsOf(expectedTime(recipe, request), writtenTimes(recipe, request.headers), "time of signing"),
    ids: variantsOf(expectedId(recipe, request), writtenIds(request.headers), "message's id"),
    urls: urlVariants(request),
  };
  const contents = [...new Set([recipe.signedContent, ...Object.keys(CONTENTS)])];
  const variants = contents.flatMap((signedContent) => {
    const isExpected = signedContent === recipe.signedContent;
    return filled(signedContent, material).map(({ value, findings }) => ({
      value: { ...value, signedContent, method: request.method },
      // With another content, the time and the id stand where that content has them.
      findings: isExpected ? findings : [contentFinding(recipe, signedContent), ...findings.filter(isUrl)],
    }));
  });
  return leastDifferent(variants, nameOf);
}

function nameOf({ signedContent, timestamp, id, url, method }: Message): string {
  const values: Record<string, string> = { "{timestamp}": timestamp, "{id}": id, "{url}": url, "{method}": method };
  return signedContent.replace(/\{\w+\}/g, (place) => values[place] ?? `${place}\0`);
}

const isUrl = ({ kind }: Finding): boolean => kind === "url";

type Material = Record<"times" | "ids" | "urls", Variant<string>[]>;
type Filling = Pick<Message, "timestamp" | "id" | "url">;

/** Every way to fill a content's places; none when it needs what the request has not. */
function filled(signedContent: string, { times, ids, urls }: Material): Variant<Filling>[] {
  const fill = (place: string, variants: Variant<string>[]) => (signedContent.includes(place) ? variants : NONE);
  return fill("{timestamp}", times).flatMap((time) =>
    fill("{id}", ids).flatMap((id) =>
      fill("{url}", urls).map((url) => ({
        value: { timestamp: time.value, id: id.value, url: url.value },
        findings: [...time.findings, ...id.findings, ...url.findings],
      })),
    ),
  );
}

const NONE: Variant<string>[] = [{ value: "", findings: [] }];

function expectedTime(recipe: HmacRecipe, request: SignedRequest): string | undefined {
  return timestampOf(recipe, request, piecesOf(recipe, request.headers));
}

function expectedId({ idHeader }: HmacRecipe, { headers }: SignedRequest): string | undefined {
  return idHeader ? headerValues(headers, idHeader)[0] : undefined;
}

function variantsOf(expected: string | undefined, written: Written[], noun: string): Variant<string>[] {
  const first = expected ? [{ value: expected, findings: [] }] : [];
  const others = written.map(({ text, header, isWhereExpected }) => ({
    value: text,
    findings: isWhereExpected ? [] : [placeFinding(noun, header)],
  }));
  return leastDifferent([...first, ...others], (text) => text);
}

function placeFinding(noun: string, header: string): Finding {
  return {
    kind: "header",
    sentence: `The ${noun} that was signed came in the header ${header}, where the endpoint does not look for it.`,
    fix: `Let the sender put the ${noun} where the endpoint expects it, or tell the endpoint to read ${header}.`,
  };
}

function contentFinding(recipe: HmacRecipe, signedContent: string): Finding {
  const expected = CONTENTS[recipe.signedContent] ?? `“${recipe.signedContent}”`;
  return {
    kind: "content",
    sentence: `The sender signed ${CONTENTS[signedContent]}. The endpoint expects a signature over ${expected}.`,
    fix: `Let the sender sign ${expected}, or change the endpoint's signed content to “${signedContent}”.`,
  };
}
