import { z } from "zod";

const UNITS_MS = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;
const DURATION_DAYS_MAX = 365;

/** A length of time as people say it: three hours, two days. */
export const Duration = z
  .strictObject({
    amount: z.number("Enter a number.").positive("It has to be longer than nothing."),
    unit: z.enum(["seconds", "minutes", "hours", "days"]),
  })
  .refine(
    ({ amount, unit }) => amount * UNITS_MS[unit] <= DURATION_MS_MAX,
    `It cannot be longer than ${DURATION_DAYS_MAX} days.`,
  );
export type Duration = z.infer<typeof Duration>;

/** The longest of all, in ms: a year. */
export const DURATION_MS_MAX = DURATION_DAYS_MAX * UNITS_MS.days;

export function durationMs({ amount, unit }: Duration): number {
  return Math.round(amount * UNITS_MS[unit]);
}

/** A length of time in words: “3 hours”, “1 day”. */
export function durationWords({ amount, unit }: Duration): string {
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}
