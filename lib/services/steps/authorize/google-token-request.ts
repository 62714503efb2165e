import type { Authorization, PlannedRequest } from "@/lib/domain/runs/effect";
import { signRs256 } from "@/lib/platform/sign-rs256";

type ServiceAccount = Omit<Extract<Authorization, { kind: "google" }>, "kind">;

const GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
/** The longest that Google takes. */
const VALID_SECONDS = 3_600;

/**
 * Asks for a token with an assertion that a service account signs; undefined when its private key is none.
 * https://developers.google.com/identity/protocols/oauth2/service-account#httprest
 */
export function googleTokenRequest(account: ServiceAccount, nowMs: number): PlannedRequest | undefined {
  const { email, scope, tokenUrl, privateKey } = account;
  const issuedAt = Math.floor(nowMs / 1_000);
  const claims = { iss: email, scope, aud: tokenUrl, iat: issuedAt, exp: issuedAt + VALID_SECONDS };
  const signed = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}`;
  const signature = signRs256(signed, privateKey);
  if (signature === undefined) return undefined;
  return {
    method: "POST",
    url: tokenUrl,
    headers: [{ name: "content-type", value: "application/x-www-form-urlencoded" }],
    body: new URLSearchParams({ grant_type: GRANT, assertion: `${signed}.${signature}` }).toString(),
  };
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
