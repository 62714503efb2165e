import { EffectList } from "@/components/replays/effect-list";
import { isRate } from "@/components/replays/replay-pace";
import type { Forecast } from "@/components/replays/use-replay-plan";
import { durationText } from "@/components/ui/duration-text";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { REPLAYED_MAX, type ReplayPlan, replaySeconds } from "@/lib/domain/runs/recovery";

/** What a replay would do: how many, how long, and by step what reaches the outside. */
export function ReplayForecast({ forecast: { plan, error, isStale }, rate }: { forecast: Forecast; rate: string }) {
  return (
    <Section title="What that does" description="Worked out beforehand; nothing has begun yet.">
      <div aria-busy={isStale} className={`transition-opacity ${isStale && plan ? "opacity-60" : ""}`}>
        {error ? (
          <Notice tone="bad" isAlert>
            {error}
          </Notice>
        ) : plan ? (
          <Known plan={plan} rate={rate} />
        ) : (
          <p role="status" className="text-muted text-sm">
            Looking through the log…
          </p>
        )}
      </div>
    </Section>
  );
}

function Known({ plan, rate }: { plan: ReplayPlan; rate: string }) {
  if (plan.runs === 0) {
    return (
      <p role="status" className="text-sm">
        Nothing would run: no delivery fits, or no published workflow wants those that do.
      </p>
    );
  }
  const seconds = isRate(rate) ? replaySeconds(plan.runs, Number(rate)) : null;
  const figures = [
    { value: plan.deliveries.toLocaleString("en"), words: plan.deliveries === 1 ? "delivery" : "deliveries" },
    { value: plan.runs.toLocaleString("en"), words: plan.runs === 1 ? "run" : "runs" },
    ...(seconds === null ? [] : [{ value: durationText(seconds * 1_000), words: "until the last one begins" }]),
  ];
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="flex flex-wrap gap-x-8 gap-y-2">
        {figures.map(({ value, words }) => (
          <span key={words} className="flex flex-col">
            <span className="font-semibold text-2xl tabular-nums tracking-tight">{value}</span>{" "}
            <span className="text-muted text-sm">{words}</span>
          </span>
        ))}
      </p>
      {plan.isCut ? (
        <Notice tone="warn" title={`More than ${REPLAYED_MAX.toLocaleString("en")} deliveries fit`}>
          The oldest {REPLAYED_MAX.toLocaleString("en")} are taken now. Choose a later time for the rest when these have
          run.
        </Notice>
      ) : null}
      <EffectList effects={plan.effects} />
      {plan.effects.some(({ unknown }) => unknown > 0) ? (
        <p className="text-pretty text-muted text-sm">
          Unknown: it was sent before, and no answer was seen. It is sent again with the same Idempotency-Key, so that a
          receiver that knows the key does it once. Others may do it twice.
        </p>
      ) : null}
    </div>
  );
}
