/** The type alone, in lower case, without parameters such as the charset. */
export function mediaType(contentType: string): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}

/** Parted by semicolons, of which those within quotes are text. */
const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;"]*))/g;

/**
 * A parameter of a header such as `multipart/form-data; boundary="a;b"`, without its quotes; undefined when it is not there.
 * Its name is in lower case. Where it comes twice, the first one counts.
 */
export function headerParameter(header: string, name: string): string | undefined {
  for (const [, key, quoted, plain] of header.matchAll(PARAMETER)) {
    if (key?.toLowerCase() === name) return quoted?.replaceAll(/\\(["\\])/g, "$1") ?? plain?.trim();
  }
  return undefined;
}
