import { expect, test } from "vitest";
import { checksNotReached, explainCheck } from "@/lib/domain/deliveries/explain-check";

const NAMES = [
  "endpoint",
  "https",
  "method",
  "address",
  "rate",
  "size",
  "type",
  "signature",
  "handshake",
  "body",
  "schema",
  "dedupe",
];

test.each(NAMES)("the check “%s” says one thing when it passed and another when it failed", (name) => {
  const passed = explainCheck({ name, ok: true });
  const failed = explainCheck({ name, ok: false });
  expect(passed.title).toBe(failed.title);
  expect(passed.sentence).toMatch(/^[A-Z].+\.$/);
  expect(failed.sentence).toMatch(/^[A-Z].+\.$/);
  expect(passed.sentence).not.toBe(failed.sentence);
});

test("an endpoint without proof says so instead of claiming a signature", () => {
  const { sentence } = explainCheck({ name: "signature", ok: true, expected: "no proof asked for" });
  expect(sentence).toBe("Not asked for: whoever knows the address may ring.");
});

test("a check that this version does not know still has a title", () => {
  expect(explainCheck({ name: "moon_phase", ok: false })).toEqual({
    title: "Moon phase",
    sentence: "Not as it should be.",
  });
});

test("after a failed check, the later ones are named as not reached", () => {
  const checks = [
    { name: "method", ok: true },
    { name: "size", ok: true },
    { name: "signature", ok: false },
  ];
  expect(checksNotReached(checks)).toEqual(["Body"]);
  expect(checksNotReached(checks.slice(0, 2))).toEqual([]);
  expect(checksNotReached([{ name: "endpoint", ok: false }])).toEqual(["Method", "Size", "Signature", "Body"]);
});
