import { expect, test } from "vitest";
import { wait } from "@/lib/catalog/nodes/logic/wait";

const nowMs = Date.parse("2026-03-04T00:00:00Z");
const planned = (config: object, due: unknown = null) =>
  wait.plan(config, { trigger: { body: { due } }, steps: {} }, { nowMs });
const until = { mode: "time", time: "{{ trigger.body.due }}" };

test("it waits for some time from now on", () => {
  expect(planned({ duration: { amount: 2, unit: "hours" } })).toMatchObject({
    input: { until: "2026-03-04T02:00:00.000Z" },
    effect: { kind: "sleep", untilMs: nowMs + 7_200_000 },
  });
});

test.each([
  ["2026-03-05", nowMs + 86_400_000],
  ["2026-03-05T00:00:00+01:00", nowMs + 82_800_000],
  [nowMs / 1_000 + 60, nowMs + 60_000],
  [String(nowMs + 60_000), nowMs + 60_000],
  ["2020-01-01", nowMs],
])("until %s", (due, untilMs) => {
  expect(planned(until, due)).toMatchObject({ ok: true, effect: { kind: "sleep", untilMs } });
});

test.each([
  ["soon", "“soon” is not a time. One looks like 2026-03-04T09:30:00Z."],
  [null, "“” is not a time. One looks like 2026-03-04T09:30:00Z."],
  ["2028-01-01", "It would have to wait longer than 365 days."],
  ["1e400", "“1e400” is not a time. One looks like 2026-03-04T09:30:00Z."],
])("until %s cannot be", (due, message) => {
  expect(planned(until, due)).toMatchObject({ ok: false, message });
});

test("a wait until nothing, or longer than a year, is a problem", () => {
  expect(wait.problems({ mode: "time" })).toEqual([{ field: "time", message: "Say until when it waits." }]);
  expect(wait.problems({ duration: { amount: 366, unit: "days" } })).toEqual([
    { field: "duration", message: "It cannot be longer than 365 days." },
  ]);
});
