import { expect, test } from "vitest";
import { adyenPaymentsVerifier } from "@/lib/catalog/sources/verifiers/adyen-payments";
import { proofCrypto } from "@/lib/platform/proof-crypto";

const KEY = "DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00";

const item = {
  pspReference: "pspReference",
  originalReference: "originalReference",
  merchantAccountCode: "merchantAccount",
  merchantReference: "reference",
  amount: { currency: "EUR", value: 1000 },
  eventCode: "REPORT_AVAILABLE",
  success: "true",
  additionalData: { hmacSignature: "ZNBPtI+oDyyRrLyD1XirkKnQgIAlFc07Vj27TeHsDRE=" },
};

test("Adyen's own example is signed, with an old key among the new ones, too", () => {
  expect(verify(notification(item))).toEqual({ ok: true, secretId: "sec_0" });
  expect(verify(notification(item), ["00".repeat(32), KEY])).toEqual({ ok: true, secretId: "sec_1" });
});

test.each([
  "pspReference",
  "originalReference",
  "merchantAccountCode",
  "merchantReference",
  "amount",
  "eventCode",
  "success",
])("%s is signed", (field) => {
  expect(verify(notification({ ...item, [field]: "other" }))).toMatchObject({ ok: false, reason: "wrong_signature" });
  expect(verify(notification({ ...item, [field]: undefined }))).toMatchObject({ ok: false, reason: "wrong_signature" });
});

test("every item has to be signed", () => {
  expect(verify(notification(item, item)).ok).toBe(true);
  expect(verify(notification(item, { ...item, success: "false" })).ok).toBe(false);
  expect(verify(notification(item, null)).ok).toBe(false);
});

test.each(["", "AAAA", "no base64!", "A".repeat(100_000), 7, null, ["ZNBP"], undefined])(
  "a signature like %j is refused",
  (hmacSignature) => {
    const proof = verify(notification({ ...item, additionalData: { hmacSignature } }));
    expect(proof).toMatchObject({ ok: false, reason: "malformed_signature" });
  },
);

test.each(["", "{", "null", "[]", "7", '{"notificationItems":{}}', '{"notificationItems":[]}'])(
  "a body like %j is refused",
  (body) => expect(verify(body)).toMatchObject({ ok: false, reason: "missing_signature" }),
);

test("without a key, or with one that is not hex, nothing is proven", () => {
  expect(verify(notification(item), [])).toMatchObject({ ok: false, reason: "no_secret" });
  expect(verify(notification(item), [""])).toMatchObject({ ok: false, reason: "no_secret" });
  expect(verify(notification(item), ["not hex"])).toMatchObject({ ok: false, reason: "unusable_secret" });
});

function notification(...items: unknown[]): string {
  return JSON.stringify({ live: "false", notificationItems: items.map((each) => ({ NotificationRequestItem: each })) });
}

function verify(body: string, keys = [KEY]) {
  const request = { method: "POST", url: "", headers: {}, body: new TextEncoder().encode(body) };
  const secrets = keys.map((value, n) => ({ id: `sec_${n}`, value }));
  return adyenPaymentsVerifier.verify(request, {
    secrets,
    keys: new Map(),
    options: {},
    nowMs: 0,
    crypto: proofCrypto,
  });
}
