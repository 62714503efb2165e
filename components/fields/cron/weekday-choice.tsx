/** From Monday, as a calendar shows them; the numbers are cron's. */
const WEEKDAYS = [
  { day: 1, name: "Monday" },
  { day: 2, name: "Tuesday" },
  { day: 3, name: "Wednesday" },
  { day: 4, name: "Thursday" },
  { day: 5, name: "Friday" },
  { day: 6, name: "Saturday" },
  { day: 0, name: "Sunday" },
];

type WeekdayChoiceProps = { chosen: readonly number[]; onChange: (weekdays: number[]) => void };

/** Days of the week to switch on and off. The last one stays: without any, nothing would ever happen. */
export function WeekdayChoice({ chosen, onChange }: WeekdayChoiceProps) {
  function toggle(day: number) {
    const next = chosen.includes(day) ? chosen.filter((other) => other !== day) : [...chosen, day];
    if (next.length > 0) onChange(next.toSorted((one, other) => one - other));
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend in its own way.
    <div role="group" aria-label="Days of the week" className="grid grid-cols-7 gap-1">
      {WEEKDAYS.map(({ day, name }) => (
        <button
          key={day}
          type="button"
          aria-pressed={chosen.includes(day)}
          aria-label={name}
          onClick={() => toggle(day)}
          className={`h-9 rounded-lg border font-medium text-xs ${chosen.includes(day) ? "border-focus bg-accent-soft text-accent-soft-foreground" : "border-border text-muted hover:border-field-border hover:text-foreground"}`}
        >
          {name.slice(0, 2)}
        </button>
      ))}
    </div>
  );
}
