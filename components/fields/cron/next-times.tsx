import { TriangleAlert } from "lucide-react";
import { useMemo } from "react";
import { cronProblem, cronWords, isTimeZone, nextTimes } from "@/lib/domain/schedules/cron";

const SHOWN = 3;

/** What a cron text comes to: in words, and as the next times by the clocks of its zone. */
export function NextTimes({ text, timeZone }: { text: string; timeZone: string }) {
  const told = useMemo(() => tell(text, timeZone), [text, timeZone]);
  if (!told.ok) {
    return (
      <p className="flex items-start gap-1.5 text-sm text-warn">
        <TriangleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
        {told.message}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-1.5 rounded-xl bg-surface-secondary px-3 py-2.5 text-sm">
      <p className="text-pretty font-medium">{told.words}</p>
      {told.times.length > 0 ? (
        <ol aria-label="The next times" className="flex flex-col gap-0.5 text-muted text-xs tabular-nums">
          {told.times.map((time) => (
            <li key={time}>{time}</li>
          ))}
        </ol>
      ) : (
        <p className="text-warn text-xs">That never comes.</p>
      )}
      <p className="text-muted text-xs">{told.zone}</p>
    </div>
  );
}

type Told = { ok: true; words: string; times: string[]; zone: string } | { ok: false; message: string };

function tell(text: string, timeZone: string): Told {
  const message = cronProblem(text);
  if (message !== undefined) return { ok: false, message };
  if (!isTimeZone(timeZone)) return { ok: false, message: `There is no time zone “${timeZone}”.` };
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  const times = nextTimes({ cron: text, timeZone }, Date.now(), SHOWN);
  const zone = timeZone === "UTC" ? "By the clocks of UTC." : `By the clocks of ${timeZone.replaceAll("_", " ")}.`;
  return { ok: true, words: cronWords(text), times: times.map((time) => format.format(time)), zone };
}
