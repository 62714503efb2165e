import fc from "fast-check";
import { expect, test } from "vitest";
import { platforms } from "@/lib/catalog/sources/part-platforms";
import { verifierOf } from "@/lib/catalog/sources/verifier-of";
import { awsSnsVerifier, isSnsUrl } from "@/lib/catalog/sources/verifiers/aws-sns";
import { jsonWebTokenVerifier } from "@/lib/catalog/sources/verifiers/json-web-token";
import { proofCrypto } from "@/lib/platform/proof-crypto";

const ways = platforms.flatMap((source) =>
  [source.scheme, ...Object.keys(source.otherProofs)].map((scheme) => ({ id: source.id, scheme, source })),
);

test.each(ways)(
  "$id, $scheme: noise is refused, with or without a secret, and nothing is thrown",
  ({ source, scheme }) => {
    const verifier = verifierOf(source, { scheme });
    if (!verifier || verifier === "none") throw new Error("Whoever comes is let in.");
    // The headers that its own vectors carry, so that the noise gets past the first look.
    const names = [...new Set(source.vectors.flatMap(({ headers }) => Object.keys(headers)))];
    const noise = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom("", "a.b.c", "Bearer ", "sha256=", "t=1,v1=00", "\ud800"),
    );
    fc.assert(
      fc.property(fc.record({ value: noise, body: noise, url: noise, hasSecret: fc.boolean() }), (arrival) => {
        const { value, body, url, hasSecret } = arrival;
        const headers = Object.fromEntries(names.map((name) => [name.toLowerCase(), [value]]));
        const request = { method: "POST", url, headers, body: new TextEncoder().encode(body) };
        const secrets = hasSecret ? [{ id: "sec_1", value: "a secret that nobody guesses" }] : [];
        for (const options of [{}, { topicArn: "t", serviceAccountEmail: "e", audience: "a", jwksUrl: value }]) {
          verifier.keyUrls?.(request, options);
          const keys = new Map([["https://www.googleapis.com/oauth2/v1/certs", body]]);
          const context = { secrets, options, keys, crypto: proofCrypto, nowMs: 0 };
          expect(verifier.verify(request, context).ok).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  },
);

test.each(platforms)("$id: no handshake throws at noise", ({ handshakes }) => {
  const names = ["x-hook-secret", "x-amz-sns-message-type", "aeg-event-type", "webhook-request-origin"];
  const bodies = fc.oneof(fc.json(), fc.string(), fc.constantFrom("[null]", "null", '{"challenge":{}}'));
  const methods = fc.constantFrom("GET", "HEAD", "OPTIONS", "POST");
  const context = { secrets: ["s"], options: {}, crypto: proofCrypto };
  fc.assert(
    fc.property(methods, fc.webQueryParameters(), bodies, (method, query, body) => {
      const headers = Object.fromEntries(names.map((name) => [name, [query, "SubscriptionConfirmation"]]));
      const url = `https://door.example/h?crc_token=${query}&challenge=${query}&hub.mode=${query}`;
      const request = { method, url, headers, body: new TextEncoder().encode(body) };
      for (const { answer } of handshakes) expect(answer(request, context)?.status ?? 200).toBeGreaterThan(199);
    }),
    { numRuns: 50 },
  );
});

test("only addresses of Amazon's own are asked for a certificate", () => {
  expect(isSnsUrl("https://sns.eu-west-1.amazonaws.com/a.pem")).toBe(true);
  expect(isSnsUrl("https://sns.cn-north-1.amazonaws.com.cn/a.pem")).toBe(true);
  const request = (SigningCertURL: unknown) => ({
    method: "POST",
    url: "",
    headers: {},
    body: new TextEncoder().encode(JSON.stringify({ SigningCertURL })),
  });
  const urls = (url: unknown) => awsSnsVerifier.keyUrls?.(request(url), {});
  expect(urls("https://sns.eu-west-1.amazonaws.com/a.pem")).toEqual(["https://sns.eu-west-1.amazonaws.com/a.pem"]);
  for (const url of [
    "https://sns.eu-west-1.amazonaws.com/a.txt",
    "https://sns.eu-west-1.amazonaws.com:444/a.pem",
    "https://a@sns.eu-west-1.amazonaws.com/a.pem",
    "https://sns.eu-west-1.amazonaws.com.evil.example/a.pem",
    "https://sns.a.b.amazonaws.com/a.pem",
    "https://xsns.eu-west-1.amazonaws.com/a.pem",
    "http://sns.eu-west-1.amazonaws.com/a.pem",
    4,
    undefined,
  ]) {
    expect(urls(url)).toEqual([]);
  }
});

test("a token's keys are asked for only where the endpoint says, and only for tokens that need them", () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const request = (alg: string) => ({
    method: "POST",
    url: "",
    headers: { authorization: [`Bearer ${part({ alg, jku: "https://evil.example" })}.${part({})}.AA`] },
    body: new Uint8Array(),
  });
  const jwksUrl = "https://issuer.example/jwks";
  expect(jsonWebTokenVerifier.keyUrls?.(request("RS256"), { jwksUrl })).toEqual([jwksUrl]);
  expect(jsonWebTokenVerifier.keyUrls?.(request("HS256"), { jwksUrl })).toEqual([]);
  expect(jsonWebTokenVerifier.keyUrls?.(request("RS256"), {})).toEqual([]);
  expect(jsonWebTokenVerifier.keyUrls?.(request("RS256"), { jwksUrl: "http://issuer.example/jwks" })).toEqual([]);
});
