import { expect, test } from "vitest";
import { explainProof } from "@/lib/domain/deliveries/explain-proof";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { verifySignature } from "@/lib/domain/signatures/verify";
import { nodeHmac } from "@/tests/support/node-hmac";

const NOW_MS = 1_750_000_000_000;
const TIMED = { timestampHeader: "x-time", signedContent: "{timestamp}.{body}" };

type Arrival = { headers?: Record<string, string>; secret?: string };

/** The sentence that the door writes down, as it really comes about. */
function complaint(recipe: object, { headers = {}, secret = "a secret" }: Arrival): string {
  const lists = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
  const request = { method: "POST", url: "", headers: lists, body: new TextEncoder().encode("{}") };
  const context = { secrets: [{ id: "sec_1", value: secret }], nowMs: NOW_MS, hmac: nodeHmac };
  const proof = verifySignature(HmacRecipe.parse(recipe), request, context);
  return proof.ok ? "" : proof.message;
}

function signedAt(timestamp: string): Record<string, string> {
  const encoder = new TextEncoder();
  const signature = nodeHmac("sha256", encoder.encode("a secret"), encoder.encode(`${timestamp}.{}`));
  return { "x-signature": Buffer.from(signature).toString("hex"), "x-time": timestamp };
}

test.each<[recipe: object, arrival: Arrival, headline: string]>([
  [{}, { secret: "" }, "Refused: the endpoint has no secret to check with."],
  [
    { keyEncoding: "base64" },
    { secret: "%%", headers: { "x-signature": "0".repeat(64) } },
    "Refused: the endpoint's secret is not in the form that this sender uses.",
  ],
  [{}, { headers: { "x-signature": "0".repeat(64) } }, "Refused: the signature is wrong."],
  [{}, {}, "Refused: the signature is missing."],
  [
    { idHeader: "x-id", signedContent: "{id}.{body}" },
    { headers: { "x-signature": "0".repeat(64) } },
    "Refused: the signature is missing.",
  ],
  [{}, { headers: { "x-signature": "hello" } }, "Refused: the signature is not in the expected form."],
  [
    { requiredHeaders: { "x-version": "2" } },
    { headers: { "x-signature": "0".repeat(64) } },
    "Refused: the signature is not in the expected form.",
  ],
  [TIMED, { headers: { "x-signature": "0".repeat(64) } }, "Refused: the time of signing is missing."],
  [
    TIMED,
    { headers: { "x-signature": "0".repeat(64), "x-time": "noon" } },
    "Refused: the time of signing cannot be read.",
  ],
  [TIMED, { headers: signedAt(String(NOW_MS / 1_000 - 3_600)) }, "Refused: the signature is right, but too old."],
  [
    TIMED,
    { headers: signedAt(String(NOW_MS / 1_000 + 3_600)) },
    "Refused: the signature is right, but from the future.",
  ],
])("a refusal of the signature check is told in plain words: %#", (recipe, arrival, headline) => {
  const explained = explainProof({ name: "signature", ok: false, actual: complaint(recipe, arrival) });
  expect(explained.headline).toBe(headline);
  expect(explained.hint).toMatch(/[.?]$/);
});

test("a sentence that nobody foresaw is shown as it is", () => {
  expect(explainProof({ name: "signature", ok: false, actual: "The moon was wrong." }).hint).toBe(
    "The moon was wrong.",
  );
});
