import { expect, test } from "vitest";
import { paypalVectors } from "@/lib/catalog/sources/paypal-vectors";
import { crc32 } from "@/lib/catalog/sources/verifiers/crc32";
import { paypalVerifier } from "@/lib/catalog/sources/verifiers/paypal";
import { proofCrypto } from "@/lib/platform/proof-crypto";

const headers = lists(paypalVectors[0]?.headers ?? {});

test("the checksum is the one that everybody knows", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});

test.each([
  "https://api.paypal.com/v1/notifications/certs/CERT-1",
  "https://api-m.sandbox.paypal.com/v1/notifications/certs/CERT-1",
])("%s may be asked for a certificate", (url) => {
  expect(paypalVerifier.keyUrls?.(ring({ "paypal-cert-url": [url] }), {})).toEqual([url]);
});

test.each([
  "http://api.paypal.com/v1/notifications/certs/CERT-1",
  "https://paypal.com.evil.example/v1/notifications/certs/CERT-1",
  "https://api.paypal.com.evil.example/v1/notifications/certs/CERT-1",
  "https://api.paypal.com@evil.example/v1/notifications/certs/CERT-1",
  "https://api.paypal.com:8443/v1/notifications/certs/CERT-1",
  "https://evil.example/https://api.paypal.com/v1/notifications/certs/CERT-1",
  "https://api.paypal.com/v1/notifications/certs/../../redirect",
  "https://api.paypal.com/v1/notifications/certs/CERT-1?to=evil",
  "https://www.paypal.com/v1/notifications/certs/CERT-1",
  "HTTPS://API.PAYPAL.COM/v1/notifications/certs/CERT-1",
  "",
])("%j may not", (url) => {
  expect(paypalVerifier.keyUrls?.(ring({ "paypal-cert-url": [url] }), {})).toEqual([]);
  expect(verify(ring({ "paypal-cert-url": [url] }))).toMatchObject({ ok: false, reason: "malformed_signature" });
});

test.each(Object.keys(headers))("a ring without %s is refused", (name) => {
  expect(verify(ring({ [name]: [] })).ok).toBe(false);
});

test.each([
  ["no webhook id", { secrets: [] }, "no_secret"],
  ["an empty webhook id", { secrets: ["  "] }, "no_secret"],
  ["no certificate", { keys: new Map() }, "missing_key"],
  [
    "a certificate that is none",
    { keys: new Map(Object.values(headers).map(([value]) => [value ?? "", "no"])) },
    "wrong_signature",
  ],
])("%s is refused", (_, changes, reason) => {
  expect(verify(ring({}), changes)).toMatchObject({ ok: false, reason });
});

function verify(request: ReturnType<typeof ring>, changes: { secrets?: string[]; keys?: Map<string, string> } = {}) {
  const [vector] = paypalVectors;
  const secrets = (changes.secrets ?? [...(vector?.secrets ?? [])]).map((value, n) => ({ id: `sec_${n}`, value }));
  const keys = changes.keys ?? new Map(Object.entries(vector?.keys ?? {}));
  return paypalVerifier.verify(request, { secrets, keys, options: {}, nowMs: 0, crypto: proofCrypto });
}

function ring(changed: Record<string, string[]>) {
  const body = new TextEncoder().encode(paypalVectors[0]?.body);
  return { method: "POST", url: "", headers: { ...headers, ...changed }, body };
}

function lists(values: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
}
