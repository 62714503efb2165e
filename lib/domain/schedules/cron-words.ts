import type { Cron } from "@/lib/domain/schedules/cron";

/** A cron as people would say it: “Every Monday and Thursday at 09:00”. */
export function cronWords(cron: Cron): string {
  const { minutes, hours, isAny } = cron;
  const hasTimes = !isAny.hours && minutes.length * hours.length <= TIMES_MAX;
  const words = hasTimes
    ? `${dayWords(cron) || "every day"} at ${listed(timesOf(cron))}`
    : [stretchWords(cron), dayWords(cron)].filter(Boolean).join(", ");
  return capital(words + monthWords(cron));
}

/** More are told as a stretch. */
const TIMES_MAX = 4;

function timesOf({ minutes, hours }: Cron): string[] {
  return hours.flatMap((hour) => minutes.map((minute) => `${twoDigits(hour)}:${twoDigits(minute)}`));
}

/** How often within the hours that count. */
function stretchWords({ minutes, hours, isAny }: Cron): string {
  const within = isAny.hours ? "" : ` in ${listed(hours.map((hour) => `${twoDigits(hour)} h`))}`;
  if (isAny.minutes) return `every minute${within}`;
  const step = stepOf(minutes);
  if (step) return `every ${step} minutes${within}`;
  const [minute = 0] = minutes;
  if (minutes.length > 1) return `every hour at minutes ${listed(minutes.map(String))}${within}`;
  return `every hour ${minute === 0 ? "on the hour" : `at ${minute} past`}${within}`;
}

/** The pause of minutes that stand evenly in the hour, from its beginning. */
function stepOf(minutes: readonly number[]): number | undefined {
  const [first, second = 0] = minutes;
  const isEven = first === 0 && second > 0 && 60 % second === 0 && minutes.length === 60 / second;
  return isEven && minutes.every((minute, index) => minute === index * second) ? second : undefined;
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const WORKDAYS = "1,2,3,4,5";

/** Empty where every day counts. */
function dayWords({ days, weekdays, isAny }: Cron): string {
  const ofMonth = isAny.days ? [] : [`on the ${listed(days.map(ordinal))} of the month`];
  const names = weekdays.map((day) => WEEKDAYS[day] ?? "");
  const ofWeek = isAny.weekdays
    ? []
    : [String(weekdays) === WORKDAYS ? "every day from Monday to Friday" : `every ${listed(names)}`];
  return [...ofMonth, ...ofWeek].join(" and ");
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function monthWords({ months, isAny }: Cron): string {
  return isAny.months ? "" : `, in ${listed(months.map((month) => MONTHS[month - 1] ?? ""))}`;
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(words);
}

function ordinal(day: number): string {
  const ending = day % 10 > 3 || (day > 10 && day < 14) ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th");
  return `${day}${ending}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
