import { headerParameter } from "@/lib/domain/deliveries/content-type";
import { charsetOf, decodeText } from "@/lib/domain/deliveries/decode-text";
import { type PartHead, readPartHead } from "@/lib/domain/deliveries/multipart/read-part-head";
import { splitParts } from "@/lib/domain/deliveries/multipart/split-parts";
import { gatherFields } from "@/lib/domain/deliveries/parse-form";
import type { Json } from "@/lib/domain/json/json";
import { type CheckedJson, parseJson } from "@/lib/domain/json/parse-json";

const BOUNDARY = /^[\x20-\x7e]{0,69}[\x21-\x7e]$/;
/** A larger file is named and measured only; the raw body keeps it. */
const FILE_BYTES_MAX = 65_536;

type Field = PartHead & { bytes: Uint8Array };

/**
 * Checks a form with files, and reads it only when somebody asks. A field is text, a file an object of its name, type, size
 * and, up to 64 KB, its bytes as base64. JSON in `payload` or `json`, if it is the only field that is no file, becomes the
 * body itself, with the files beside its keys.
 */
export function checkMultipart(bytes: Uint8Array, contentType: string): CheckedJson {
  const boundary = headerParameter(contentType, "boundary") ?? "";
  if (!BOUNDARY.test(boundary)) {
    return { ok: false, message: "This is not a valid multipart body: its content type names no boundary." };
  }
  const split = splitParts(bytes, boundary);
  if (!split.ok) return split;
  const fields: Field[] = [];
  for (const { head, from, to } of split.parts) {
    const read = readPartHead(head);
    if (!read) {
      const message = "This is not a valid multipart body: a part has no name, or one of more than 200 characters.";
      return { ok: false, message };
    }
    fields.push({ ...read, bytes: bytes.subarray(from, to) });
  }
  return { ok: true, read: () => bodyOf(fields), mayHold: () => true };
}

function bodyOf(fields: Field[]): Json {
  const [files, texts] = [fields.filter(isFile), fields.filter((field) => !isFile(field))];
  const [first] = texts;
  const isPayload = texts.length === 1 && (first?.name === "payload" || first?.name === "json");
  const json = first && isPayload ? parseJson(textOf(first)) : undefined;
  if (json?.ok && files.length === 0) return json.value;
  if (json?.ok && isObject(json.value)) return { ...objectOf(files), ...json.value };
  return objectOf(fields);
}

function isFile({ filename }: Field): boolean {
  return filename !== null;
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function objectOf(fields: Field[]): { [key: string]: Json } {
  return Object.fromEntries(
    gatherFields(fields.map((field): [string, Json] => [field.name, isFile(field) ? fileOf(field) : textOf(field)])),
  );
}

/** Bytes that are no text in the charset of the field become �. */
function textOf({ contentType, bytes }: Field): string {
  return decodeText(bytes, charsetOf(contentType)) ?? new TextDecoder("utf-8").decode(bytes);
}

function fileOf({ filename, contentType, bytes }: Field): Json {
  return {
    filename,
    contentType: contentType || "application/octet-stream",
    size: bytes.length,
    base64: bytes.length <= FILE_BYTES_MAX ? base64Of(bytes) : null,
  };
}

/** In pieces, since a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let characters = "";
  for (let at = 0; at < bytes.length; at += 8_192) {
    characters += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return btoa(characters);
}
