import type { Credentials } from "@/lib/catalog/connections/define-connection";
import { HIDDEN } from "@/lib/domain/deliveries/read-headers";

/** Short ones are too likely to stand somewhere by themselves. */
const SECRET_LENGTH_MIN = 6;

type Secretive = { credentials: Credentials; secretKeys: ReadonlySet<string> };

/** Takes a connection's secrets out of a text: of what others answer, since a server may repeat what it was sent. */
export function hiderOf({ credentials, secretKeys }: Secretive): (text: string) => string {
  const secrets = [...secretKeys]
    .map((key) => credentials[key] ?? "")
    .filter((secret) => secret.length >= SECRET_LENGTH_MIN)
    .flatMap((secret) => [secret, encodeURIComponent(secret), inForm(secret), JSON.stringify(secret).slice(1, -1)]);
  return (text) => secrets.reduce((shown, secret) => shown.replaceAll(secret, HIDDEN), text);
}

/** As forms write it: a blank becomes a plus. */
function inForm(secret: string): string {
  return new URLSearchParams([["", secret]]).toString().slice(1);
}
