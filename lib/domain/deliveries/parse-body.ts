import {
  FORM,
  type FormField,
  formFields,
  MULTIPART_FORM,
  mediaType,
  urlencodedFields,
} from "@/lib/domain/deliveries/form-fields";
import type { Json } from "@/lib/domain/json/json";
import { type CheckedJson, checkJson, parseJson } from "@/lib/domain/json/parse-json";

export type ParsedBody = { ok: true; value: Json } | { ok: false; message: string };

/**
 * A body as workflows see it: JSON as its value, a form as an object (without its files), other text as text, no body as null, and bytes
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
  const fields = type === MULTIPART_FORM ? formFields(body, contentType) : [];
  if (fields.length > 0) return readable(asJson(fields));
  const text = decodeUtf8(body);
  if (text === undefined) return readable(null);
  if (type === "" || type === "text/plain" || type === FORM) {
    // `curl -d '{…}'` calls JSON a form; whoever typed it meant JSON.
    const json = /^\s*[{[]/.test(text) ? parseJson(text) : undefined;
    if (json?.ok) return readable(json.value);
  }
  return readable(type === FORM ? asJson(urlencodedFields(text)) : text);
}

function readable(value: Json): CheckedJson {
  return { ok: true, read: () => value, mayHold: () => true };
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

/** The only field of forms that some senders put their JSON into: GitHub and Slack, Dropbox Sign, and Mandrill. */
const ENVELOPES = ["payload", "json", "mandrill_events"];

/** A field that comes several times becomes a list. A form that is but an envelope is the JSON in it. */
function asJson(form: FormField[]): Json {
  const fields = new Map<string, Json>();
  for (const [name, value] of form) {
    if (name === "__proto__") continue;
    const earlier = fields.get(name);
    if (earlier === undefined) fields.set(name, value);
    else fields.set(name, Array.isArray(earlier) ? [...earlier, value] : [earlier, value]);
  }
  const [only] = fields.size === 1 ? fields : [];
  const json = only && ENVELOPES.includes(only[0]) && typeof only[1] === "string" ? parseJson(only[1]) : undefined;
  return json?.ok ? json.value : Object.fromEntries(fields);
}
