import type { Json } from "@/lib/domain/json/json";
import { type CheckedJson, checkJson, parseJson } from "@/lib/domain/json/parse-json";

export type ParsedBody = { ok: true; value: Json } | { ok: false; message: string };

const FORM_FIELDS_MAX = 10_000;

/**
 * A body as workflows see it: JSON as its value, a form as an object, other text as text, no body as null, and bytes
 * that are no text as null. Refuses only what calls itself JSON and is none.
 */
export function parseBody(body: Uint8Array, contentType: string): ParsedBody {
  const checked = checkBody(body, contentType);
  return checked.ok ? { ok: true, value: checked.read() } : checked;
}

/** Whether `parseBody` takes a body. That is told of JSON in a fraction of the time that reading it takes. */
export function checkBody(body: Uint8Array, contentType: string): CheckedJson {
  const type = mediaType(contentType);
  if (body.length === 0 || type === "application/octet-stream") return readable(null);

  if (isJsonType(type)) return checkJson(body);
  const text = decodeUtf8(body);
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

/** The type alone, in lower case, without parameters such as the charset. */
export function mediaType(contentType: string): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}

function isJsonType(type: string): boolean {
  return type === "application/json" || type === "text/json" || type.endsWith("+json");
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** A field that comes several times becomes a list. A form whose only field is `payload` is the JSON in it, as GitHub sends. */
function parseForm(text: string): Json {
  const fields = new Map<string, Json>();
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1;
    if (count > FORM_FIELDS_MAX) break;
    if (name === "__proto__") continue;
    const earlier = fields.get(name);
    if (earlier === undefined) fields.set(name, value);
    else fields.set(name, Array.isArray(earlier) ? [...earlier, value] : [earlier, value]);
  }
  const payload = fields.size === 1 ? fields.get("payload") : undefined;
  const json = typeof payload === "string" ? parseJson(payload) : undefined;
  return json?.ok ? json.value : Object.fromEntries(fields);
}
