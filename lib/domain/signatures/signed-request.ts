/** What a signature may cover of a request. */
export type SignedRequest = {
  method: string;
  /** As the sender knows it, to the letter: behind a proxy that is not what the server sees. */
  url: string;
  headers: RequestHeaders;
  /** The bytes as they came, before any parser. */
  body: Uint8Array;
};

/** Lower-cased names, each with its values in the order they came. */
export type RequestHeaders = Readonly<Record<string, readonly string[]>>;

/** The values of a header; none when it did not come. A name ending in `*` takes every header that begins so. */
export function headerValues(headers: RequestHeaders, name: string): readonly string[] {
  if (name.endsWith("*")) {
    const start = name.slice(0, -1);
    return Object.keys(headers).flatMap((key) => (key.startsWith(start) ? (headers[key] ?? []) : []));
  }
  return (Object.hasOwn(headers, name) && headers[name]) || [];
}
