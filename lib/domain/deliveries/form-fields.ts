import { headerParameter, mediaType } from "@/lib/domain/deliveries/content-type";
import { readPartHead } from "@/lib/domain/deliveries/multipart/read-part-head";
import { splitParts } from "@/lib/domain/deliveries/multipart/split-parts";

export type FormField = [name: string, value: string];

const FIELDS_MAX = 10_000;

export const FORM = "application/x-www-form-urlencoded";

/** The fields of a form of either kind that hold text, in the order they came; none for a body that is no form. */
export function formFields(body: Uint8Array, contentType: string): FormField[] {
  const type = mediaType(contentType);
  if (type === FORM) return urlencodedFields(new TextDecoder().decode(body));
  return type === "multipart/form-data" ? multipartFields(body, contentType) : [];
}

export function urlencodedFields(text: string): FormField[] {
  const fields: FormField[] = [];
  for (const field of new URLSearchParams(text)) {
    if (fields.length === FIELDS_MAX) break;
    fields.push(field);
  }
  return fields;
}

function multipartFields(body: Uint8Array, contentType: string): FormField[] {
  const split = splitParts(body, headerParameter(contentType, "boundary") ?? "");
  if (!split.ok) return [];
  return split.parts.flatMap(({ head, from, to }) => {
    const read = readPartHead(head);
    if (!read || read.filename !== null) return [];
    return [[read.name, new TextDecoder().decode(body.subarray(from, to))] satisfies FormField];
  });
}
