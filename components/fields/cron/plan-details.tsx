import { type CronPlan, MINUTE_STEPS } from "@/components/fields/cron/cron-plan";
import { WeekdayChoice } from "@/components/fields/cron/weekday-choice";
import { SelectBox } from "@/components/fields/select-box";

const STEPS = MINUTE_STEPS.map((every) => ({
  value: String(every),
  label: every === 1 ? "every minute" : `every ${every} minutes`,
}));
const MINUTES = Array.from({ length: 60 }, (_, minute) => ({
  value: String(minute),
  label: minute === 0 ? "on the hour" : `${minute} minutes past`,
}));
const DAYS = Array.from({ length: 31 }, (_, index) => ({ value: String(index + 1), label: `day ${index + 1}` }));

/** Months that are too short for it. */
const SHORT_FROM = 29;

type PlanDetailsProps = { id: string; plan: CronPlan; onChange: (plan: CronPlan) => void };

/** What a kind of schedule asks for besides. */
export function PlanDetails({ id, plan, onChange }: PlanDetailsProps) {
  switch (plan.kind) {
    case "minutes":
      return (
        <SelectBox
          aria-label="How many minutes"
          value={String(plan.every)}
          onChange={(every) => onChange({ ...plan, every: Number(every) })}
          choices={STEPS}
        />
      );
    case "hourly":
      return (
        <SelectBox
          aria-label="Minute of the hour"
          value={String(plan.minute)}
          onChange={(minute) => onChange({ ...plan, minute: Number(minute) })}
          choices={MINUTES}
        />
      );
    case "daily":
      return <TimeBox time={plan.time} onChange={(time) => onChange({ ...plan, time })} />;
    case "weekly":
      return (
        <>
          <WeekdayChoice chosen={plan.weekdays} onChange={(weekdays) => onChange({ ...plan, weekdays })} />
          <TimeBox time={plan.time} onChange={(time) => onChange({ ...plan, time })} />
        </>
      );
    case "monthly":
      return (
        <>
          <div className="grid grid-cols-2 gap-2">
            <SelectBox
              aria-label="Day of the month"
              value={String(plan.day)}
              onChange={(day) => onChange({ ...plan, day: Number(day) })}
              choices={DAYS}
            />
            <TimeBox time={plan.time} onChange={(time) => onChange({ ...plan, time })} />
          </div>
          {plan.day >= SHORT_FROM ? (
            <p className="text-muted text-xs">Months without a day {plan.day} are left out.</p>
          ) : null}
        </>
      );
    case "own":
      return (
        <>
          <input
            className="box-input font-mono text-[0.8125rem]"
            aria-label="Cron text"
            aria-describedby={`${id}-parts`}
            placeholder="*/15 9-17 * * mon-fri"
            spellCheck={false}
            autoComplete="off"
            value={plan.text}
            onChange={(event) => onChange({ kind: "own", text: event.target.value })}
          />
          <p id={`${id}-parts`} className="text-muted text-xs">
            Minute, hour, day of the month, month, day of the week.
          </p>
        </>
      );
  }
}

function TimeBox({ time, onChange }: { time: string; onChange: (time: string) => void }) {
  return (
    <input
      type="time"
      className="box-input"
      aria-label="Time of day"
      value={time}
      // An emptied box is not taken: there is always a time.
      onChange={(event) => event.target.value && onChange(event.target.value)}
    />
  );
}
