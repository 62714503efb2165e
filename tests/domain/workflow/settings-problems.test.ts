import { expect, test } from "vitest";
import { EMPTY_GRAPH } from "@/lib/domain/workflow/graph";
import { settingsProblems } from "@/lib/domain/workflow/settings-problems";

function problemsOf(key: string): string[] {
  return settingsProblems({ ...EMPTY_GRAPH, settings: { concurrency: { limit: 1, key } } }).map(
    ({ message }) => message,
  );
}

test("a key names what rang", () => {
  expect(problemsOf("{{ trigger.body.customer }}")).toEqual([]);
  expect(settingsProblems(EMPTY_GRAPH)).toEqual([]);
});

test("a key that cannot be read, or only once a step has run, is a problem", () => {
  expect(problemsOf("{{ trigger.body.customer")).toEqual([
    "How it runs: A placeholder is not closed: “}}” is missing.",
  ]);
  expect(problemsOf("{{ steps.ask.body.id }}")[0]).toContain("before any step has run");
});
