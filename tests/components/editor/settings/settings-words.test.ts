import { expect, test } from "vitest";
import { settingsWords } from "@/components/editor/settings/settings-words";

test("without settings, nothing holds a run back", () => {
  expect(settingsWords({})).toBe("Every run begins at once and takes as long as it takes.");
});

test("settings are said in words", () => {
  const key = "{{ trigger.body.customer }}";
  expect(settingsWords({ concurrency: { limit: 1, key }, timeLimitSeconds: 7_200 })).toBe(
    "One run after the other, in the order they came, for each trigger.body.customer. A run that takes longer than 2 hours fails.",
  );
  expect(settingsWords({ concurrency: { limit: 5 }, throttle: { limit: 1_000, periodSeconds: 90 } })).toBe(
    "At most 5 runs at once; the others wait their turn. At most 1,000 begin within 90 seconds.",
  );
});
