import { z } from "zod";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { field } from "@/lib/domain/forms/field";
import { cronProblem, cronWords, isTimeZone, type Schedule, timeZones } from "@/lib/domain/schedules/cron";

const Config = z.strictObject({
  cron: field(z.string("Say when.").trim().min(1, "Say when.").max(200).default("0 8 * * 1-5"), {
    label: "When",
    widget: "cron",
  }),
  timeZone: field(z.string().trim().max(100).default("UTC"), {
    label: "Time zone",
    widget: "select",
    choices: timeZones().map((timeZone) => ({ value: timeZone, label: timeZone.replaceAll("_", " ") })),
    help: "Whose clock is meant, summer time included.",
  }),
});

export const schedule = defineNode({
  type: "schedule",
  name: "Schedule",
  summary: "Starts at certain times.",
  kind: "trigger",
  icon: "calendar-clock",
  config: Config,
  sample: { cron: "0 9 * * 1-5", timeZone: "Europe/Berlin" },
  ports: [{ id: "out", name: "Then" }],
  describe: ({ cron, timeZone }) => `${cronWords(cron)}, ${timeZone.replaceAll("_", " ")} time`.slice(0, 120),
  check: ({ cron, timeZone }) => {
    const complaint = cronProblem(cron);
    return [
      ...(complaint === undefined ? [] : [{ field: "cron", message: complaint }]),
      ...(isTimeZone(timeZone) ? [] : [{ field: "timeZone", message: "There is no such time zone. Choose another." }]),
    ];
  },
  input: () => null,
  plan: (_, { scope }) => ({ kind: "leave", port: "out", output: scope.trigger }),
});

/** When a schedule node is due; undefined while it is not set up. */
export function readScheduleConfig(config: unknown): Schedule | undefined {
  return Config.safeParse(config).data;
}
