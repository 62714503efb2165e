import { XMLParser, XMLValidator } from "fast-xml-parser";
import { buildXml } from "@/lib/domain/deliveries/xml/build-xml";
import { surveyXml } from "@/lib/domain/deliveries/xml/survey-xml";
import type { Json } from "@/lib/domain/json/json";
import type { CheckedJson } from "@/lib/domain/json/parse-json";

/**
 * Checks XML that a stranger wrote, and reads it only when somebody asks. The root is the only key of what is read; `@name`
 * is an attribute, `#text` the text beside attributes or elements, and an element that comes several times a list. Numbers
 * are text, and prefixes stay. Entities other than the five of XML itself stay as they are written.
 */
export function checkXml(text: string): CheckedJson {
  const mistake = surveyXml(text);
  if (mistake) return complaint(mistake.message, lineAt(text, mistake.at));
  const validity = XMLValidator.validate(text);
  if (validity !== true) return complaint(SENTENCES[validity.err.code] ?? "a tag is wrong", validity.err.line);
  return { ok: true, read: () => readXml(text), mayHold: () => true };
}

/** What the validator found, without quoting the text: it may hold what must not reach a log. */
const SENTENCES: Readonly<Record<string, string>> = {
  InvalidAttr: "an attribute is wrong",
  InvalidChar: "a character is where none may be",
  InvalidTag: "a tag is wrong or is not closed",
  InvalidXml: "its beginning or its end is not that of XML",
};

function complaint(message: string, line: number): CheckedJson {
  return { ok: false, message: `This is not valid XML: ${message} (line ${line}).` };
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf("\n"); next >= 0 && next < at; next = text.indexOf("\n", next + 1)) line++;
  return line;
}

/** Names that the library refuses, since an object of its own would trip over them. They are ordinary names here. */
const REFUSED = new Set(["constructor", "prototype", "__proto__"]);
const SPARED = "\0";

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  cdataPropName: "#cdata",
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 64,
  transformTagName: (name) => (REFUSED.has(name) ? SPARED + name : name),
  onDangerousProperty: (name) => name,
});

/** In text that the survey has let pass, each of these begins as markup, and ends. */
const SECTIONS = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g;

function readXml(text: string): Json {
  // A quote in a processing instruction would throw the library off.
  const plain = text.replaceAll(SECTIONS, (section) => (section.startsWith("<?") ? "" : section));
  try {
    return buildXml(parser.parse(plain), SPARED);
  } catch {
    // The check has let it pass, so the library has rules that nobody knows of. The bytes are there all the same.
    return null;
  }
}
