import { expect, test } from "vitest";
import { changeSettings } from "@/lib/domain/workflow/edit/change-settings";
import { Graph } from "@/lib/domain/workflow/graph";
import { drawing } from "@/tests/domain/workflow/edit/a-drawing";

test("settings set and taken away again leave the drawing as it was, to the letter", () => {
  const set = changeSettings(drawing, {
    timeLimitSeconds: 60,
    concurrency: { limit: 1, key: "{{ trigger.body.id }}" },
  });
  expect(set.settings).toEqual({ concurrency: { limit: 1, key: "{{ trigger.body.id }}" }, timeLimitSeconds: 60 });
  const back = changeSettings(changeSettings(set, { concurrency: undefined }), { timeLimitSeconds: undefined });
  expect(JSON.stringify(back)).toBe(JSON.stringify(drawing));
});

test("changed settings read in the order of the schema", () => {
  const set = changeSettings(changeSettings(drawing, { timeLimitSeconds: 60 }), {
    throttle: { key: "{{ trigger.body.id }}", periodSeconds: 60, limit: 10 },
  });
  expect(JSON.stringify(Graph.parse(set))).toBe(JSON.stringify(set));
});

test("an empty key is none", () => {
  expect(changeSettings(drawing, { concurrency: { limit: 2, key: " " } }).settings).toEqual({
    concurrency: { limit: 2 },
  });
});
