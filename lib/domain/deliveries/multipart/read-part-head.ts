import { headerParameter, mediaType } from "@/lib/domain/deliveries/content-type";

/** What a part's headers say of it. A part with a file name is a file, even if that name is empty. */
export type PartHead = { name: string; filename: string | null; contentType: string };

const NAME_MAX = 200;
const TYPE_MAX = 200;

/**
 * Reads the headers of a form's part (RFC 7578); undefined when they name no field, or with more than 200 characters. Of a
 * file's name, no folders are kept.
 */
export function readPartHead(head: string): PartHead | undefined {
  const headers = new Map<string, string>();
  for (const line of head.split("\r\n")) {
    const colon = line.indexOf(":");
    const key = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (!headers.has(key)) headers.set(key, line.slice(colon + 1).trim());
  }
  const disposition = headers.get("content-disposition") ?? "";
  const name = parameterOf(disposition, "name");
  if (mediaType(disposition) !== "form-data" || name === undefined || name.length > NAME_MAX) return undefined;
  const filename = parameterOf(disposition, "filename");
  return {
    name,
    filename: filename === undefined ? null : (filename.split(/[/\\]/).at(-1) ?? "").slice(0, NAME_MAX),
    contentType: (headers.get("content-type") ?? "").slice(0, TYPE_MAX),
  };
}

/** Browsers write quotes and line breaks within a name as `%22`, `%0D` and `%0A`, and nothing else so. */
function parameterOf(disposition: string, name: string): string | undefined {
  return headerParameter(disposition, name)?.replaceAll(/%(22|0[AD])/gi, decodeURIComponent);
}
