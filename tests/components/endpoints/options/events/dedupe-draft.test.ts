import { describe, expect, test } from "vitest";
import { type DedupeDraft, dedupeChange, dedupeDraftOf } from "@/components/endpoints/options/events/dedupe-draft";
import { DedupeRule } from "@/lib/domain/deliveries/dedupe-rule";

const USUAL: DedupeDraft = { by: "event-id", path: "", header: "", window: "3", unit: "days" };

/** The rule as it reaches the API: JSON knows no undefined. */
const sent = (draft: DedupeDraft) => JSON.parse(JSON.stringify(dedupeChange(draft) ?? null));

test.each([
  [{ by: "path", path: "data.id", windowSeconds: 600 }],
  [{ by: "header", header: "x-event-id", windowSeconds: 7_200 }],
  [{ by: "body", windowSeconds: 90 }],
  [{ by: "event-id", windowSeconds: 86_400 }],
  [{ by: "none" }],
])("%j is sent as it came when nobody touched it", (rule) => {
  expect(sent(dedupeDraftOf(rule))).toEqual(rule);
  expect(DedupeRule.safeParse(rule).success).toBe(true);
});

test("the usual rule needs no word", () => {
  expect(dedupeDraftOf(undefined)).toEqual(USUAL);
  expect(dedupeChange(USUAL)).toBeUndefined();
  expect(dedupeChange(dedupeDraftOf({ by: "event-id", windowSeconds: 259_200 }))).toBeUndefined();
});

test("what cannot be read counts as not said", () => {
  expect(dedupeDraftOf({ by: "moon" })).toEqual(USUAL);
});

describe("the window", () => {
  test.each([
    [60, "1 minutes"],
    [5_400, "90 minutes"],
    [7_200, "2 hours"],
    [86_400, "1 days"],
    [90, "1.5 minutes"],
  ])("of %i seconds is told in the largest unit that needs no fraction", (windowSeconds, told) => {
    const { window, unit } = dedupeDraftOf({ by: "body", windowSeconds });
    expect(`${window} ${unit}`).toBe(told);
  });

  test.each([
    ["30", "days", 2_592_000],
    ["1.5", "hours", 5_400],
    ["", "minutes", 259_200],
  ] as const)("of “%s” %s is %i seconds", (window, unit, windowSeconds) => {
    expect(sent({ ...USUAL, by: "body", window, unit })).toEqual({ by: "body", windowSeconds });
  });

  test("goes as it is where it is too long, for the API to say so", () => {
    expect(sent({ ...USUAL, window: "31" })).toEqual({ by: "event-id", windowSeconds: 2_678_400 });
  });
});

test("only the place that the chosen way needs is sent, and what is missing is left for the API to ask for", () => {
  const draft = { ...USUAL, path: " data.id ", header: "x-id" };
  expect(sent({ ...draft, by: "path" })).toMatchObject({ by: "path", path: "data.id" });
  expect(sent({ ...draft, by: "path" })).not.toHaveProperty("header");
  expect(sent({ ...draft, by: "body" })).toEqual({ by: "body", windowSeconds: 259_200 });
  const { error } = DedupeRule.safeParse(dedupeChange({ ...USUAL, by: "path" }));
  expect(error?.issues).toMatchObject([{ path: ["path"], message: "Say where the id stands, such as data.id." }]);
});
