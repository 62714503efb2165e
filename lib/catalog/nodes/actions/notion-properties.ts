import type { Fill } from "@/lib/catalog/nodes/fill";
import type { Mapping } from "@/lib/catalog/nodes/mapping";
import { numberText } from "@/lib/domain/json/number-text";
import { parseJson } from "@/lib/domain/json/parse-json";
import { plainText } from "@/lib/domain/templates/placed";

/** Half of what Notion takes, since it may count some characters twice. https://developers.notion.com/reference/request-limits */
const PIECE_MAX = 1_000;

/** A text as Notion has it, in pieces of a length that it takes. */
export function richText(text: string): { text: { content: string } }[] {
  const pieces = text.match(new RegExp(`[^]{1,${PIECE_MAX}}`, "gu")) ?? [];
  return pieces.map((content) => ({ text: { content } }));
}

type Kind = "text" | "number" | "choice" | "date" | "checkbox" | "link" | "email";

/** https://developers.notion.com/reference/page-property-values */
const WRITERS: Record<Kind, (text: string) => unknown> = {
  text: (text) => ({ rich_text: richText(text) }),
  number: (text) => ({ number: readNumber(text) }),
  choice: (text) => ({ select: text === "" ? null : { name: text } }),
  date: (text) => ({ date: text === "" ? null : { start: text } }),
  checkbox: (text) => ({ checkbox: /^(true|yes|1|on)$/i.test(text) }),
  link: (text) => ({ url: text || null }),
  email: (text) => ({ email: text || null }),
};

/** The values of one kind of column, by the columns' names. */
export function notionProperties(fill: Fill, kind: Kind, mapping: Mapping): Record<string, unknown> {
  return Object.fromEntries(
    mapping.map(({ name, value }) => {
      const text = plainText(fill.value(value)).trim();
      if (kind === "number" && text !== "" && numberText(text) === undefined) {
        fill.complain(`“${text.slice(0, 50)}” is no number for the column “${name}”.`);
      }
      return [name, WRITERS[kind](text)];
    }),
  );
}

/** A number with all its digits. */
function readNumber(text: string): unknown {
  const parsed = parseJson(numberText(text) ?? "null");
  return parsed.ok ? parsed.value : null;
}
