export type FormField = [name: string, value: string];

const FIELDS_MAX = 10_000;

/** The type alone, in lower case, without parameters such as the charset. */
export function mediaType(contentType: string): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}

export const FORM = "application/x-www-form-urlencoded";
export const MULTIPART_FORM = "multipart/form-data";

/** The fields of a form of either kind, in the order they came; none for a body that calls itself something else. */
export function formFields(body: Uint8Array, contentType: string): FormField[] {
  const type = mediaType(contentType);
  if (type === FORM) return urlencodedFields(new TextDecoder().decode(body));
  return type === MULTIPART_FORM ? multipartFields(body, contentType) : [];
}

export function urlencodedFields(text: string): FormField[] {
  const fields: FormField[] = [];
  for (const field of new URLSearchParams(text)) {
    if (fields.length === FIELDS_MAX) break;
    fields.push(field);
  }
  return fields;
}

/** The fields that hold text: files are left out. */
function multipartFields(body: Uint8Array, contentType: string): FormField[] {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return [];
  // The first delimiter has no line of its own before it.
  const [, ...parts] = `\r\n${letterPerByte(body)}`.split(`\r\n--${boundary}`, FIELDS_MAX + 1);
  return parts.flatMap((part) => {
    const headEnd = part.indexOf("\r\n\r\n");
    const head = headEnd < 0 ? "" : part.slice(0, headEnd);
    const disposition = head.split("\r\n").find((line) => /^content-disposition:/i.test(line)) ?? "";
    const name = /;\s*name="([^"]*)"/i.exec(disposition)?.[1];
    if (name === undefined || /;\s*filename\*?=/i.test(disposition)) return [];
    return [[utf8Of(name), utf8Of(part.slice(headEnd + 4))] satisfies FormField];
  });
}

const CHUNK_BYTES = 8_192;

/** Bytes as text of which each letter is a byte, so that files between the fields do no harm. */
function letterPerByte(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES));
  }
  return text;
}

function utf8Of(letters: string): string {
  return new TextDecoder().decode(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)));
}
