import type { Header } from "@/lib/platform/send-request/outcome";
import packageJson from "@/package.json" with { type: "json" };

/**
 * Headers that describe one connection, not the message. They are left out rather than refused, because headers
 * that are passed on from a delivery or copied from a browser carry them; the right ones are made for each request.
 */
const CONNECTION_HEADERS = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "http2-settings",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

const DEFAULTS: readonly Header[] = [
  { name: "user-agent", value: `Doorbell/${packageJson.version}` },
  { name: "accept-encoding", value: "gzip, deflate, br" },
];

const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** What is wrong with a person's headers, as a sentence without their values. */
export function findHeaderProblem(headers: readonly Header[]): string | undefined {
  for (const { name, value } of headers) {
    if (!NAME.test(name)) return `${JSON.stringify(name)} cannot be the name of a header.`;
    if (!VALUE.test(value))
      return `The header ${name} holds a line break or another character that headers cannot carry.`;
  }
  return undefined;
}

/** Names and values in turn, as they go over the wire. */
export function wireHeaders(headers: readonly Header[]): string[] {
  const sent = headers.filter(({ name }) => !CONNECTION_HEADERS.has(name.toLowerCase()));
  const names = new Set(sent.map(({ name }) => name.toLowerCase()));
  const missing = DEFAULTS.filter(({ name }) => !names.has(name));
  return [...sent, ...missing].flatMap(({ name, value }) => [name, value]);
}
