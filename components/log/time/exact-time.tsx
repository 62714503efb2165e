"use client";

import { useHydrated } from "@/components/log/time/use-hydrated";

type Detail = "clock" | "date" | "milliseconds";

const CLOCK = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;
const formats: Record<Detail, Intl.DateTimeFormat> = {
  clock: new Intl.DateTimeFormat("en", CLOCK),
  date: new Intl.DateTimeFormat("en", { ...CLOCK, month: "short", day: "numeric" }),
  milliseconds: new Intl.DateTimeFormat("en", { ...CLOCK, month: "short", day: "numeric", fractionalSecondDigits: 3 }),
};

/** When something was, by the reader's own clock. `clock` names the day only when it is not today. */
export function ExactTime({ at, detail = "clock", className }: { at: string; detail?: Detail; className?: string }) {
  const isHydrated = useHydrated();
  const text = isHydrated ? textOf(new Date(at), detail) : `${at.slice(11, 19)} UTC`;
  return (
    <time dateTime={at} title={at} className={className}>
      {text}
    </time>
  );
}

function textOf(date: Date, detail: Detail): string {
  const isToday = date.toDateString() === new Date().toDateString();
  return formats[detail === "clock" && !isToday ? "date" : detail].format(date);
}
