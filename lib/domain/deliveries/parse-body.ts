import { mediaType } from "@/lib/domain/deliveries/content-type";
import { charsetOf, decodeText } from "@/lib/domain/deliveries/decode-text";
import { checkMultipart } from "@/lib/domain/deliveries/multipart/check-multipart";
import { parseForm } from "@/lib/domain/deliveries/parse-form";
import { declaredEncoding } from "@/lib/domain/deliveries/xml/declared-encoding";
import { checkXml } from "@/lib/domain/deliveries/xml/parse-xml";
import type { Json } from "@/lib/domain/json/json";
import { type CheckedJson, checkJson, parseJson } from "@/lib/domain/json/parse-json";

export type ParsedBody = { ok: true; value: Json } | { ok: false; message: string };

/**
 * A body as workflows see it: JSON as its value, XML and forms as objects, other text as text, no body as null, and bytes
 * that are no text as null. Refuses only what calls itself JSON, XML or a form with files, and is none.
 */
export function parseBody(body: Uint8Array, contentType: string): ParsedBody {
  const checked = checkBody(body, contentType);
  return checked.ok ? { ok: true, value: checked.read() } : checked;
}

/** Whether `parseBody` takes a body. That is told in a fraction of the time that reading takes. */
export function checkBody(body: Uint8Array, contentType: string): CheckedJson {
  const type = mediaType(contentType);
  if (body.length === 0 || type === "application/octet-stream") return readable(null);

  if (isJsonType(type)) return checkJsonBody(body, contentType);
  if (type === "multipart/form-data") return checkMultipart(body, contentType);
  if (isXmlType(type)) return checkXmlBody(body, contentType);

  const text = decodeText(body, charsetOf(contentType));
  if (text === undefined) return readable(null);
  if (type === "" || type === "text/plain" || type === FORM) {
    // `curl -d '{…}'` calls JSON a form; whoever typed it meant JSON.
    const json = /^\s*[{[]/.test(text) ? parseJson(text) : undefined;
    if (json?.ok) return readable(json.value);
  }
  return readable(type === FORM ? parseForm(text) : text);
}

function readable(value: Json): CheckedJson {
  return { ok: true, read: () => value, mayHold: () => true };
}

const FORM = "application/x-www-form-urlencoded";

function isJsonType(type: string): boolean {
  return type === "application/json" || type === "text/json" || type.endsWith("+json");
}

function isXmlType(type: string): boolean {
  return type === "application/xml" || type === "text/xml" || type.endsWith("+xml");
}

/** JSON is UTF-8, whatever else its type says: senders that say ISO 8859-1 send UTF-8. Only UTF-16 could not be anything else. */
function checkJsonBody(body: Uint8Array, contentType: string): CheckedJson {
  const checked = checkJson(body);
  const charset = checked.ok ? "utf-8" : charsetOf(contentType);
  const text = charset.startsWith("utf-16") ? decodeText(body, charset) : undefined;
  return text === undefined ? checked : checkJson(new TextEncoder().encode(text));
}

function checkXmlBody(body: Uint8Array, contentType: string): CheckedJson {
  const charset = charsetOf(contentType);
  const text = decodeText(body, charset === "utf-8" ? declaredEncoding(body) : charset);
  if (text !== undefined) return checkXml(text);
  return { ok: false, message: "This is not valid XML: its bytes are not the text that it says they are." };
}
