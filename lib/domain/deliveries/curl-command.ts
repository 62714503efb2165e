import type { Header } from "@/lib/domain/deliveries/delivery";
import { HIDDEN } from "@/lib/domain/deliveries/read-headers";

type Sent = {
  method: string;
  url: string;
  headers: readonly Header[];
  /** Text to send along, or the name of a file that holds it. */
  body: { text: string } | { file: string } | null;
};

/** What curl says by itself, and what belonged to one connection. */
const LEFT_OUT = new Set([
  "accept-encoding",
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "te",
  "transfer-encoding",
  "upgrade",
]);

/** A request as a curl command for a POSIX shell. Headers whose values the log hides are left out. */
export function curlCommand({ method, url, headers, body }: Sent): string {
  const shown = headers.filter(({ name, value }) => !LEFT_OUT.has(name.toLowerCase()) && value !== HIDDEN);
  const hasType = shown.some(({ name }) => name.toLowerCase() === "content-type");
  return [
    `curl ${method === "HEAD" ? "--head" : `-X ${quote(method)}`} ${quote(url)}`,
    ...shown.map(({ name, value }) => `-H ${quote(value === "" ? `${name};` : `${name}: ${value}`)}`),
    // curl would call the body a form.
    ...(body && !hasType ? ["-H 'Content-Type:'"] : []),
    ...(body ? ["text" in body ? `--data-raw ${quote(body.text)}` : `--data-binary ${quote(`@${body.file}`)}`] : []),
  ].join(" \\\n  ");
}

function quote(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
