/** What TLS and sockets say, in the order of looking, and the code that belongs to it. */
const WORDS: readonly [RegExp, string][] = [
  [/altnames/, "ERR_TLS_CERT_ALTNAME_INVALID"],
  [/certificate has expired/, "CERT_HAS_EXPIRED"],
  [/self.signed|unable to (get|verify)/, "DEPTH_ZERO_SELF_SIGNED_CERT"],
  [/SSL routines|wrong version number|before secure TLS connection/, "EPROTO"],
  [/ECONNRESET|EPIPE|[Cc]onnection (closed|lost|terminated)|socket (close|hang up)/, "ECONNRESET"],
];

/** The codes that the libraries for mail and MySQL put in place of what had happened. */
const REPLACED = /^(ESOCKET|ECONNECTION|ETLS|HANDSHAKE_SSL_ERROR|PROTOCOL_CONNECTION_LOST)$/;

/**
 * The code of an error of the system, of TLS or of undici, such as ECONNREFUSED; empty when it has none. Where a library has
 * put its own code in place of it, it is told from the words. A DOMException's numbers are none.
 */
export function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code !== "" && !REPLACED.test(code)) return code;
  if (code === "" && !/^Connection terminated/.test(error.message)) return "";
  return WORDS.find(([pattern]) => pattern.test(error.message))?.[1] ?? code;
}
