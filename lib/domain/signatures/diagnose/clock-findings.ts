import type { Finding } from "@/lib/domain/signatures/diagnose/diagnosis";
import { readTimestamp } from "@/lib/domain/signatures/read-timestamp";
import type { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { refusalForTime } from "@/lib/domain/signatures/refusal-for-time";

/** What is wrong with the time of a signature that is right: its unit, or its distance from the arrival by this server's clock. */
export function clockFindings(recipe: HmacRecipe, timestamp: string, nowMs: number): Finding[] {
  const unit = unitOf(timestamp);
  const timestampMs = readTimestamp(timestamp, unit ?? recipe.timestampUnit);
  if (timestampMs === undefined) return [unreadable(recipe)];
  const wrongUnit = unit !== undefined && unit !== recipe.timestampUnit ? [unitFinding(recipe, unit)] : [];
  const refusal = refusalForTime(recipe, timestampMs, nowMs);
  return refusal ? [...wrongUnit, distanceFinding(recipe, timestampMs, nowMs)] : wrongUnit;
}

type Unit = HmacRecipe["timestampUnit"];

function unitOf(timestamp: string): Unit | undefined {
  if (/^\d{9,10}$/.test(timestamp)) return "s";
  if (/^\d{12,13}$/.test(timestamp)) return "ms";
  return readTimestamp(timestamp, "iso") === undefined ? undefined : "iso";
}

const UNITS = { s: "seconds since 1970", ms: "milliseconds since 1970", iso: "a date as ISO 8601 writes it" };

function unitFinding({ timestampUnit }: HmacRecipe, unit: Unit): Finding {
  return {
    kind: "clock",
    sentence: `The signature is right, but its time is written as ${UNITS[unit]}. The endpoint expects ${UNITS[timestampUnit]}.`,
    fix: `Let the sender write the time as ${UNITS[timestampUnit]}, or change the endpoint's unit of time.`,
  };
}

function unreadable({ timestampUnit }: HmacRecipe): Finding {
  return {
    kind: "clock",
    sentence: `The signature is right, but its time cannot be read: it is not ${UNITS[timestampUnit]}.`,
    fix: `Let the sender write the time as ${UNITS[timestampUnit]}.`,
  };
}

const HOUR_S = 3_600;

function distanceFinding({ toleranceSeconds }: HmacRecipe, timestampMs: number, nowMs: number): Finding {
  const ageSeconds = Math.floor((nowMs - timestampMs) / 1_000);
  const distance = duration(Math.abs(ageSeconds));
  const isLate = ageSeconds > 0;
  const clocks = `The sender's clock said ${clock(timestampMs)} when it signed, this server's ${clock(nowMs)} when it arrived`;
  const sentence = `The signature is right, but was made ${distance} ${isLate ? "before" : "after"} it arrived. ${clocks}; ${duration(toleranceSeconds ?? 0)} are allowed.`;
  return { kind: "clock", sentence, fix: `${distanceCause(ageSeconds)} ${CHECK_CLOCKS}` };
}

const CHECK_CLOCKS = "Compare both clocks with the right time, and set the one that is wrong.";

function distanceCause(ageSeconds: number): string {
  const hours = Math.round(ageSeconds / HOUR_S);
  const isTimeZone = hours !== 0 && Math.abs(hours) <= 14 && Math.abs(ageSeconds - hours * HOUR_S) <= 60;
  const side = ageSeconds > 0 ? "slow, or this server's is fast" : "fast, or this server's is slow";
  if (isTimeZone) return `These are whole hours: the sender may take its local time for UTC, or its clock is ${side}.`;
  if (ageSeconds < 0) return `The sender's clock is ${side}.`;
  return `It was long on its way, or an old request was sent again, or the sender's clock is ${side}.`;
}

function clock(timeMs: number): string {
  const date = new Date(timeMs);
  return Number.isNaN(date.getTime())
    ? "an impossible time"
    : `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

const STEPS: [seconds: number, noun: string][] = [
  [86_400, "day"],
  [HOUR_S, "hour"],
  [60, "minute"],
  [1, "second"],
];

/** A duration in its largest two units, as in “2 hours 5 minutes”. */
function duration(seconds: number): string {
  const words: string[] = [];
  let left = seconds;
  for (const [size, noun] of STEPS) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0 && words.length < 2) words.push(`${count} ${noun}${count === 1 ? "" : "s"}`);
  }
  return words.join(" ") || "0 seconds";
}
