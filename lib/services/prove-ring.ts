import type { Check } from "@/lib/domain/deliveries/delivery";
import type { EndpointOptions } from "@/lib/domain/endpoints/endpoint-options";
import type { Id } from "@/lib/domain/ids";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { ProofContext, Verifier } from "@/lib/domain/signatures/verifier";
import { isTrustedCertificate } from "@/lib/platform/client-certificate";
import { safeEqual, sha256 } from "@/lib/platform/digest";
import { proofCrypto } from "@/lib/platform/proof-crypto";
import { type OpenedEndpoint, secretsAt } from "@/lib/services/open-rung-endpoint";
import { publishedKeys } from "@/lib/services/published-keys";

export type Proven = { checks: Check[]; ok: boolean; secretId: Id<"secret"> | null };

type Asking = { request: SignedRequest; isFromProxy: boolean; nowMs: number };

/**
 * Everything that an endpoint asks of its sender: the source's own proof, and a token or a certificate beside it where the
 * endpoint wants several together. All of them are looked at, so that the log can say which failed.
 */
export function proveRing(endpoint: OpenedEndpoint, asking: Asking): Proven | Promise<Proven> {
  const { verifier, options } = endpoint;
  const others = [tokenCheck(options, asking.request), certificateCheck(options, asking)].filter(
    (check) => check !== undefined,
  );
  if (verifier === undefined) return conclude(others, failed("a way to prove itself that this version knows", "none"));
  if (verifier === "none") {
    return conclude(others, { check: { name: "signature", ok: true, expected: "no proof asked for" }, secretId: null });
  }
  const urls = verifier.keyUrls?.(asking.request, options) ?? [];
  const { request, nowMs } = asking;
  if (urls.length === 0) return conclude(others, verify(endpoint, verifier, { request, nowMs, keys: NO_KEYS }));
  return publishedKeys(urls, asking.nowMs).then((keys) =>
    conclude(others, verify(endpoint, verifier, { request, nowMs, keys })),
  );
}

const NO_KEYS: ProofContext["keys"] = new Map();

type Signed = { check: Check; secretId: Id<"secret"> | null };

function conclude(others: Check[], { check, secretId }: Signed): Proven {
  if (others.length === 0) return { checks: [check], ok: check.ok, secretId };
  return { checks: [check, ...others], ok: check.ok && others.every(({ ok }) => ok), secretId };
}

function verify(
  endpoint: OpenedEndpoint,
  verifier: Verifier,
  { request, nowMs, keys }: Pick<Asking, "request" | "nowMs"> & Pick<ProofContext, "keys">,
): Signed {
  const { source, options } = endpoint;
  const secrets = secretsAt(endpoint, nowMs);
  const proof = verifier.verify(request, { secrets, nowMs, options, keys, crypto: proofCrypto });
  if (!proof.ok) return failed(`a signature by ${source?.name ?? "the sender"}'s rules`, proof.message);
  return {
    check: { name: "signature", ok: true },
    secretId: secrets.find(({ id }) => id === proof.secretId)?.id ?? null,
  };
}

function failed(expected: string, actual: string): Signed {
  return { check: { name: "signature", ok: false, expected, actual }, secretId: null };
}

function tokenCheck({ token }: EndpointOptions, { headers }: SignedRequest): Check | undefined {
  if (!token) return undefined;
  const [value] = headerValues(headers, token.header);
  const ok = value !== undefined && token.hash !== undefined && safeEqual(sha256(value).toString("hex"), token.hash);
  return {
    name: "token",
    ok,
    expected: `the token in the header ${token.header}`,
    actual: value === undefined ? "none" : ok ? "the token" : "another",
  };
}

function certificateCheck({ clientCertificate }: EndpointOptions, asking: Asking): Check | undefined {
  if (!clientCertificate) return undefined;
  const expected = "a trusted client certificate, passed on by a trusted proxy";
  const [value] = headerValues(asking.request.headers, clientCertificate.header);
  if (!asking.isFromProxy)
    return { name: "certificate", ok: false, expected, actual: "it did not come through a trusted proxy" };
  if (value === undefined) return { name: "certificate", ok: false, expected, actual: "none" };
  const ok = isTrustedCertificate(value, clientCertificate, asking.nowMs);
  return { name: "certificate", ok, expected, actual: ok ? "a trusted one" : "another" };
}
