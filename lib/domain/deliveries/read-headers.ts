import type { Header } from "@/lib/domain/deliveries/delivery";
import type { RequestHeaders } from "@/lib/domain/signatures/signed-request";

/** Headers by lower-cased name, each with its values in the order they came. */
export function groupHeaders(headers: readonly Header[]): RequestHeaders {
  const groups: Record<string, string[]> = Object.create(null);
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    const group = groups[key];
    if (group) group.push(value);
    else groups[key] = [value];
  }
  return groups;
}

/** Headers that are passwords in themselves. A signature is none: it is worth nothing without the body it signs. */
const CREDENTIALS = new Set([
  "authorization",
  "proxy-authorization",
  "cookie",
  "x-api-key",
  "api-key",
  "x-auth-token",
  "x-gitlab-token",
  "x-telegram-bot-api-secret-token",
]);

/** What stands in the log in place of a credential. */
export const HIDDEN = "••••";

const NO_OTHERS: ReadonlySet<string> = new Set();

/** Headers fit for the log: the values of credentials are gone, and of whatever `others`, in lower case, names. */
export function hideCredentials(headers: readonly Header[], others = NO_OTHERS): Header[] {
  return headers.map((header) => {
    const name = header.name.toLowerCase();
    return CREDENTIALS.has(name) || others.has(name) ? { name: header.name, value: HIDDEN } : header;
  });
}
