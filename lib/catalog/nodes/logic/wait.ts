import { z } from "zod";
import { type Context, defineNode } from "@/lib/catalog/nodes/define-node";
import { readDate } from "@/lib/domain/conditions/read-date";
import { DURATION_MS_MAX, Duration, durationMs, durationWords } from "@/lib/domain/forms/duration";
import { field } from "@/lib/domain/forms/field";

const Config = z.strictObject({
  mode: field(z.enum(["duration", "time"]).default("duration"), {
    label: "Wait",
    widget: "select",
    choices: [
      { value: "duration", label: "for some time" },
      { value: "time", label: "until a certain time" },
    ],
  }),
  duration: field(Duration.default({ amount: 5, unit: "minutes" }), {
    label: "How long",
    widget: "duration",
    shownWhen: { key: "mode", is: ["duration"] },
    help: "Up to 365 days. A restart of Doorbell does not matter.",
  }),
  time: field(z.string().trim().max(8_000).default(""), {
    label: "Until when",
    widget: "template",
    shownWhen: { key: "mode", is: ["time"] },
    isOptional: false,
    placeholder: "{{ trigger.body.due_at }}",
    help: "A time such as 2026-03-04T09:30:00Z, or seconds since 1970. One that has passed is not waited for.",
  }),
});
type Config = z.infer<typeof Config>;

export const wait = defineNode({
  type: "wait",
  name: "Wait",
  summary: "Goes on after some time, or at a certain time.",
  kind: "logic",
  icon: "timer",
  config: Config,
  sample: { mode: "duration", duration: { amount: 2, unit: "hours" } },
  ports: [{ id: "out", name: "Then" }],
  describe: ({ mode, duration, time }) =>
    mode === "duration" ? `Waits ${durationWords(duration)}` : `Waits until ${time}`.slice(0, 100),
  check: ({ mode, time }) =>
    mode === "time" && time === "" ? [{ field: "time", message: "Say until when it waits." }] : [],
  outputExample: { until: "2026-03-04T09:30:00.000Z" },
  input: (config, context) => ({ until: new Date(untilMs(config, context)).toISOString() }),
  plan: (config, context) => ({ kind: "sleep", untilMs: untilMs(config, context) }),
});

function untilMs({ mode, duration, time }: Config, { fill, nowMs }: Pick<Context, "fill" | "nowMs">): number {
  if (mode === "duration") return nowMs + durationMs(duration);
  const value = fill.value(time);
  const timeMs = readDate(value);
  if (timeMs === undefined || !Number.isFinite(timeMs)) {
    fill.complain(`“${String(value ?? "").slice(0, 100)}” is not a time. One looks like 2026-03-04T09:30:00Z.`);
    return nowMs;
  }
  if (timeMs - nowMs > DURATION_MS_MAX) fill.complain("It would have to wait longer than 365 days.");
  return Math.min(Math.max(timeMs, nowMs), nowMs + DURATION_MS_MAX);
}
