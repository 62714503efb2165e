import { HIDDEN } from "@/lib/domain/deliveries/read-headers";
import { parseJson } from "@/lib/domain/json/parse-json";
import { readPaths } from "@/lib/domain/json/read-paths";
import { type Diagnosis, type Finding, RIGHT } from "@/lib/domain/signatures/diagnose/diagnosis";
import { hiddenFinding } from "@/lib/domain/signatures/diagnose/hidden-finding";
import { type KnownSecret, secretFindings } from "@/lib/domain/signatures/diagnose/known-secret";
import { queryOf } from "@/lib/domain/signatures/query-of";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { TokenRecipe } from "@/lib/domain/signatures/token-recipe";

type Context = {
  secrets: readonly KnownSecret[];
  /** Other senders' ways that the request follows. */
  otherWays?: () => Finding[];
};

/** Says what a request shows where its endpoint expects a secret as it is, and how that differs. */
export function diagnoseToken(recipe: TokenRecipe, request: SignedRequest, context: Context): Diagnosis {
  const place = placeOf(recipe);
  if ("header" in recipe && headerValues(request.headers, recipe.header).includes(HIDDEN)) {
    return { tried: 0, findings: [hiddenFinding(recipe.header)] };
  }
  const texts = shownTexts(recipe, request);
  // Of several, all have to be right: one that is not is of interest.
  const isRight = (text: string) =>
    context.secrets.some(({ value, standing }) => standing === "current" && value === text);
  const shown = texts.find((text) => !isRight(text)) ?? texts[0];
  if (shown !== undefined) {
    const matches = comparisons(recipe, shown);
    for (const { text, findings, isSame } of matches) {
      const secret = context.secrets.find(({ value }) => isSame(value, text));
      if (!secret) continue;
      const all = [...secretFindings(secret), ...findings.map((make) => make(place))];
      return { tried: matches.length * context.secrets.length, findings: all.length > 0 ? all : [RIGHT] };
    }
  }
  const ways = context.otherWays?.() ?? [];
  if (ways.length > 0) return { tried: context.secrets.length, findings: ways };
  return {
    tried: context.secrets.length,
    findings: [shown === undefined ? missing(place) : unknownToken(recipe, shown)],
  };
}

function placeOf(recipe: TokenRecipe): string {
  if ("query" in recipe) return `the query parameter ${recipe.query}`;
  return "path" in recipe ? `the body's field ${recipe.path}` : `the header ${recipe.header}`;
}

function shownTexts(recipe: TokenRecipe, request: SignedRequest): string[] {
  if ("query" in recipe) return queryOf(request.url).getAll(recipe.query).slice(0, 1);
  if ("header" in recipe) return headerValues(request.headers, recipe.header).slice(0, 1);
  const body = parseJson(new TextDecoder().decode(request.body));
  const found = body.ok ? readPaths(body.value, recipe.path) : [];
  return found.filter((token) => token !== undefined).map((token) => (typeof token === "string" ? token : ""));
}

type Comparison = {
  text: string;
  findings: ((place: string) => Finding)[];
  isSame: (secret: string, text: string) => boolean;
};

/** What may be the secret in what is shown, from the expected to the far-fetched. */
function comparisons(recipe: TokenRecipe, shown: string): Comparison[] {
  const same = (secret: string, text: string) => secret !== "" && secret === text;
  const loosely = (secret: string, text: string) => bare(secret) !== "" && bare(secret) === bare(text);
  const readings = readingsOf(recipe, shown);
  return [
    ...readings.map((reading) => ({ ...reading, isSame: same })),
    ...readings.map(({ text, findings }) => ({ text, findings: [...findings, almost], isSame: loosely })),
  ];
}

type Reading = Pick<Comparison, "text" | "findings">;

function readingsOf(recipe: TokenRecipe, shown: string): Reading[] {
  const prefix = "prefix" in recipe ? recipe.prefix : "";
  const isBasic = "encoding" in recipe && recipe.encoding === "basic";
  const hasPrefix = shown.toLowerCase().startsWith(prefix.toLowerCase());
  const rest = "header" in recipe && hasPrefix ? shown.slice(prefix.length).trim() : shown;
  const first = hasPrefix ? [] : [without(prefix)];
  const readings: Reading[] = [{ text: isBasic ? decodeBasic(rest) : rest, findings: first }];
  if (isBasic) readings.push({ text: rest, findings: [...first, notEncoded] });
  const word = /^(Bearer|Basic|Token|HMAC|Key)[ :]+/i.exec(rest);
  if (word) {
    const after = rest.slice(word[0].length).trim();
    readings.push(
      { text: after, findings: [inFront(word[1] ?? "")] },
      { text: decodeBasic(after), findings: [encoded] },
    );
  }
  if (!isBasic) readings.push({ text: decodeBasic(rest), findings: [...first, encoded] });
  return readings;
}

function decodeBasic(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
  } catch {
    return "";
  }
}

/** Without what people lose or add when they copy: blanks, quotes, and the case of letters. */
function bare(text: string): string {
  return text.replaceAll(/[\s"'`]/g, "").toLowerCase();
}

const almost = (place: string): Finding => ({
  kind: "key-form",
  sentence: `What ${place} holds differs from the secret only in spaces, quotes, or capital and small letters.`,
  fix: "Copy the secret again, to the letter and without anything around it.",
});

const without =
  (prefix: string) =>
  (place: string): Finding => ({
    kind: "prefix",
    sentence: `The secret came in ${place}, but without “${prefix.trim()}” in front.`,
    fix: `Let the sender write “${prefix}” before the secret.`,
  });

const inFront =
  (word: string) =>
  (place: string): Finding => ({
    kind: "prefix",
    sentence: `The secret came in ${place}, but with “${word}” in front.`,
    fix: `Let the sender send the secret alone, without “${word}”.`,
  });

const notEncoded = (place: string): Finding => ({
  kind: "encoding",
  sentence: `User and password came in ${place} as they are. They are expected in base64.`,
  fix: "Let the sender use HTTP's Basic authentication, which writes them in base64.",
});

const encoded = (place: string): Finding => ({
  kind: "encoding",
  sentence: `The secret came in ${place} written in base64. It is expected as it is.`,
  fix: "Let the sender send the secret as it is.",
});

function missing(place: string): Finding {
  return {
    kind: "header",
    sentence: `${place.charAt(0).toUpperCase()}${place.slice(1)} did not come. The endpoint expects its secret there.`,
    fix: "Enter the endpoint's secret at the sender: without one, it shows none. Or somebody else has found the address.",
  };
}

/** Says of what came no more than whether it is empty: it may be a password for something else. */
function unknownToken(recipe: TokenRecipe, shown: string): Finding {
  const what = shown === "" ? "is empty" : "holds something that is none of the secrets known here";
  const place = placeOf(recipe);
  return {
    kind: "other-secret",
    sentence: `${place.charAt(0).toUpperCase()}${place.slice(1)} came, but ${what}.`,
    fix: "Copy the endpoint's secret to the sender again, or paste the sender's secret at the endpoint.",
  };
}
