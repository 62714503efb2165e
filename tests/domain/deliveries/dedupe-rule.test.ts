import { LosslessNumber } from "lossless-json";
import { describe, expect, test } from "vitest";
import { DedupeRule, dedupeSubject } from "@/lib/domain/deliveries/dedupe-rule";

const DEFAULT = { by: "event-id", windowSeconds: 259_200 };

describe("DedupeRule", () => {
  test("without a word it goes by the source's own id, for three days", () => {
    expect(DedupeRule.parse({})).toEqual(DEFAULT);
  });

  test.each([
    [{ by: "path", path: " data.id " }, { path: "data.id" }],
    [{ by: "header", header: "X-Event-Id" }, { header: "x-event-id" }],
    [{ by: "body", windowSeconds: 60 }, { windowSeconds: 60 }],
    [{ by: "none", windowSeconds: 2_592_000 }, { by: "none" }],
  ])("%j is one", (rule, parsed) => {
    expect(DedupeRule.parse(rule)).toMatchObject(parsed);
  });

  test.each([
    [{ by: "path" }, "Say where the id stands, such as data.id."],
    [{ by: "header" }, "Say where the id stands, such as x-event-id."],
    [{ by: "path", path: " " }, "Say where the id stands, such as data.id."],
    [{ by: "header", header: "a b" }, "A header's name has letters, digits and dashes only."],
    [{ by: "body", path: "id" }, "A path is for finding repeats by path only."],
    [{ by: "path", path: "id", header: "x-id" }, "A header is for finding repeats by header only."],
    [{ windowSeconds: 59 }, "A repeat is looked for within a minute at least."],
    [{ windowSeconds: 2_592_001 }, "A repeat is looked for within 30 days at most."],
  ])("%j is none", (rule, message) => {
    expect(DedupeRule.safeParse(rule).error?.issues.map((issue) => issue.message)).toContain(message);
  });

  test("a fraction of a second and unknown words are refused", () => {
    for (const rule of [{ windowSeconds: 60.5 }, { by: "luck" }, { key: "x" }, null]) {
      expect(DedupeRule.safeParse(rule).success).toBe(false);
    }
  });
});

describe("dedupeSubject", () => {
  const arrival = {
    eventId: "e1",
    headers: { "x-id": ["h1", "h2"], "x-empty": [" "] },
    body: { id: 7, big: new LosslessNumber("12345678901234567890"), text: " t ", empty: "", list: [1], nothing: null },
    bytes: new TextEncoder().encode("{}"),
    hash: (bytes: Uint8Array) => `hash of ${bytes.length}`,
  };
  const subject = (rule: object, change = {}) => dedupeSubject(DedupeRule.parse(rule), { ...arrival, ...change });

  test.each([
    [{}, "e1"],
    [{ by: "path", path: "id" }, "$.id=7"],
    [{ by: "path", path: "big" }, "$.big=12345678901234567890"],
    [{ by: "path", path: "text" }, "$.text=t"],
    [{ by: "header", header: "X-Id" }, "x-id=h1"],
    [{ by: "body" }, "hash of 2"],
  ])("%j: %s", (rule, text) => {
    expect(subject(rule)).toBe(text);
  });

  test.each([
    [{ by: "path", path: "empty" }],
    [{ by: "path", path: "list" }],
    [{ by: "path", path: "nothing" }],
    [{ by: "path", path: "not.there" }],
    [{ by: "header", header: "x-empty" }],
    [{ by: "header", header: "x-missing" }],
    [{ by: "header", header: "__proto__" }],
    [{ by: "none" }],
  ])("%j tells nothing", (rule) => {
    expect(subject(rule)).toBeNull();
  });

  test("without an id, or without a body, nothing is told either", () => {
    expect(subject({}, { eventId: null })).toBeNull();
    expect(subject({ by: "body" }, { bytes: new Uint8Array() })).toBeNull();
    expect(subject({ by: "path", path: "id" }, { body: null })).toBeNull();
  });
});
