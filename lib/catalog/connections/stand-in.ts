import type { ConnectionKind, Credentials } from "@/lib/catalog/connections/define-connection";
import { HIDDEN } from "@/lib/domain/deliveries/read-headers";

/** Resolves nowhere (RFC 2606), and passes wherever a secret can stand, even as a whole address. */
const STAND_IN = "https://secret.invalid/";

/** For planning where no connection is at hand. */
export const standInCredentials: Credentials = new Proxy<Record<string, string>>(
  {},
  { get: (_, key) => (typeof key === "string" ? STAND_IN : undefined) },
);

/** Credentials to plan with for the log: what is no secret is there, and for each secret something stands in. */
export function withStandIns({ secretKeys }: Pick<ConnectionKind, "secretKeys">, values: Credentials): Credentials {
  const shown = Object.entries(values).map(([key, value]) => [key, secretKeys.has(key) && value ? STAND_IN : value]);
  return Object.fromEntries(shown);
}

/** A text as the log keeps it, with dots where secrets stand. */
export function hideStandIns(text: string): string {
  return text.replaceAll(STAND_IN, HIDDEN).replaceAll(encodeURIComponent(STAND_IN), HIDDEN);
}
