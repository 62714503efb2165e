import { expect, test } from "vitest";
import { readClaim } from "@/lib/domain/signatures/read-claim";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";

const digest = (byte: string) => byte.repeat(32);
const claim = (recipe: object, headers: Record<string, string[]>) =>
  readClaim(HmacRecipe.parse(recipe), { method: "POST", url: "", headers, body: new Uint8Array() });

test("only pieces with the right mark and length are signatures", () => {
  const header = `t=17, v1=${digest("0a")},v1=${digest("0b")},v0=${digest("0c")},v1=0d,v1=zz,v1`;
  const read = claim({ separator: ",", prefix: "v1=", timestampPrefix: "t=" }, { "x-signature": [header] });
  expect(read).toMatchObject({ ok: true, timestamp: "17", timestampMs: 17_000 });
  expect(read.ok && read.signatures.map((signature) => signature[0])).toEqual([0x0a, 0x0b]);
});

test("a refusal says what was expected, and not what came", () => {
  expect(claim({ prefix: "sha256=" }, { "x-signature": ["hunter2"] })).toEqual({
    ok: false,
    reason: "malformed_signature",
    message: "The header x-signature came without a signature. Expected “sha256=” and 64 hex digits.",
  });
  expect(claim({ header: ["x-a", "x-b"], encoding: "base64" }, {})).toEqual({
    ok: false,
    reason: "missing_signature",
    message: "The header x-a or x-b did not come. Expected 32 bytes in base64.",
  });
});
