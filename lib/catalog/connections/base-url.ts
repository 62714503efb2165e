import { z } from "zod";

/** The address of a service that somebody runs themselves; it may lie in a folder. Kept without a slash at its end. */
export const BaseUrl = z
  .string("Enter the address.")
  .trim()
  .max(2_000)
  .refine(isBaseUrl, "Enter an address that begins with https:// or http://, without anything behind a ? or #.")
  .overwrite(withoutSlash);

/** The same for an address out of a connection, whose stand-in ends with one. */
export function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && !username && !password && !/[?#]/.test(text);
}
