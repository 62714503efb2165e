import { parseJson } from "@/lib/domain/json/parse-json";
import { readPath } from "@/lib/domain/json/read-path";

const LENGTH_MAX = 300;

/** Where services put a sentence about what was wrong, the most telling first. */
const PATHS = [
  "error.message",
  "error_description",
  "detail",
  "message",
  "error",
  "title",
  "errors[0].message",
  "errors[0].detail",
  "errors[0]",
  "errorMessages[0]",
  "[0].message",
];

/** The sentence in which an answer says what was wrong: from well-known fields of JSON, or the answer itself if it is one short line. */
export function messageIn(body: string): string | undefined {
  const parsed = parseJson(body);
  if (!parsed.ok) return isOneLine(body) ? body.trim() : undefined;
  const found =
    typeof parsed.value === "string" ? parsed.value : PATHS.map((path) => readPath(parsed.value, path)).find(isText);
  return typeof found === "string" ? found.trim().slice(0, LENGTH_MAX) : undefined;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

function isOneLine(body: string): boolean {
  const text = body.trim();
  return (
    text !== "" && text.length <= LENGTH_MAX && !text.includes("\n") && !text.startsWith("<") && !/^[{[]/.test(text)
  );
}
