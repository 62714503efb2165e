import { expect, test } from "vitest";
import { parseCron } from "@/lib/domain/schedules/cron";
import { cronWords } from "@/lib/domain/schedules/cron-words";

test.each([
  ["* * * * *", "Every minute"],
  ["*/15 * * * *", "Every 15 minutes"],
  ["0 * * * *", "Every hour on the hour"],
  ["5 * * * *", "Every hour at 5 past"],
  ["5,35 * * * *", "Every hour at minutes 5 and 35"],
  ["0 9 * * *", "Every day at 09:00"],
  ["0,30 9,17 * * *", "Every day at 09:00, 09:30, 17:00 and 17:30"],
  ["0 9 * * 1,4", "Every Monday and Thursday at 09:00"],
  ["30 6 * * mon-fri", "Every day from Monday to Friday at 06:30"],
  ["0 9 1,15,22 * *", "On the 1st, 15th and 22nd of the month at 09:00"],
  ["0 9 13 * fri", "On the 13th of the month and every Friday at 09:00"],
  ["0 9 1 1,7 *", "On the 1st of the month at 09:00, in January and July"],
  ["*/10 9-10 * * 1-5", "Every 10 minutes in 09 h and 10 h, every day from Monday to Friday"],
])("%s: %s", (text, words) => {
  const parsed = parseCron(text);
  expect(parsed.ok && cronWords(parsed.cron)).toBe(words);
});
