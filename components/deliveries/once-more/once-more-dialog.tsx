"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { EffectList } from "@/components/replays/effect-list";
import { useReplayPlan } from "@/components/replays/use-replay-plan";
import { AgainSwitch } from "@/components/ui/again-switch";
import { ChoiceCards } from "@/components/ui/choice-cards";
import { FormDialog } from "@/components/ui/form-dialog";
import { Notice } from "@/components/ui/notice";
import { notify } from "@/components/ui/notify";
import type { Id } from "@/lib/domain/ids";
import type { BulkReplay, ReplayPlan } from "@/lib/domain/runs/recovery";
import type { RunStatus } from "@/lib/domain/runs/run";

export type OnceMore = {
  deliveryId: Id<"delivery">;
  verdict: BulkReplay["filter"]["verdict"];
  /** The workflows that can be chosen alone. */
  workflows: readonly { id: Id<"workflow">; name: string }[];
  /** The one that is chosen at first; all when there is none. */
  workflow?: Id<"workflow">;
};

const ALL = "all";

type Answer = { runs: { id: Id<"run">; status: RunStatus }[] };

/** Asks by whom a delivery is run once more, and says what that does. With one run, it goes there. */
export function OnceMoreDialog({ onceMore, onClose }: { onceMore: OnceMore; onClose: () => void }) {
  const { deliveryId, verdict, workflows } = onceMore;
  const router = useRouter();
  const [chosen, setChosen] = useState<string>(onceMore.workflow ?? ALL);
  const [again, setAgain] = useState(false);
  const [complaint, setComplaint] = useState<string>();
  const [isPending, setIsPending] = useState(false);
  const workflow = workflows.find(({ id }) => id === chosen)?.id;
  const forecast = useReplayPlan({ filter: { q: deliveryId, verdict, ...(workflow ? { workflow } : {}) }, again });

  async function start(event: FormEvent) {
    event.preventDefault();
    setIsPending(true);
    const wanted = { again, ...(workflow ? { workflow } : {}) };
    const answer = await callApi<Answer>("POST", `/api/v1/deliveries/${deliveryId}/replay`, wanted);
    setIsPending(false);
    if (!answer.ok) return setComplaint(answer.error);
    const [only, ...others] = answer.value.runs.filter(({ status }) => status !== "filtered");
    if (only && others.length === 0) return router.push(`/runs/${only.id}`);
    notify.plain(only ? `${others.length + 1} runs begin.` : "No workflow wanted it.");
    router.push(`/deliveries/${deliveryId}`);
    router.refresh();
    onClose();
  }

  return (
    <FormDialog
      title="Run this delivery once more"
      complaint={complaint}
      submit={{ label: "Run it once more", isPending, isDisabled: forecast.plan?.runs === 0 }}
      onSubmit={start}
      onClose={onClose}
    >
      <p className="text-muted text-sm">
        As if it had just rung, by what is published now. Nobody outside has to send anything.
      </p>
      {workflows.length > 0 ? (
        <ChoiceCards
          label="Who runs it?"
          value={workflow ?? ALL}
          onChange={setChosen}
          choices={[
            { value: ALL, title: "Every workflow that listens", help: "All that its endpoint rings now." },
            ...workflows.map(({ id, name }) => ({ value: id, title: `“${name}” alone` })),
          ]}
        />
      ) : null}
      <AgainSwitch isOn={again} onChange={setAgain} />
      {forecast.error ? <Notice tone="bad">{forecast.error}</Notice> : <Plan {...forecast} />}
    </FormDialog>
  );
}

function Plan({ plan, isStale }: { plan: ReplayPlan | null; isStale: boolean }) {
  if (!plan) {
    return (
      <p role="status" className="text-muted text-sm">
        Looking up what that does…
      </p>
    );
  }
  return (
    <section
      aria-label="What that does outside"
      aria-busy={isStale}
      className={`flex flex-col gap-2 transition-opacity ${isStale ? "opacity-60" : ""}`}
    >
      <h3 className="font-medium text-foreground text-sm">What that does outside</h3>
      {plan.runs === 0 ? (
        <p className="text-sm text-warn">
          Nothing: no published workflow wants this delivery right now. It may be paused, or wait for other events.
        </p>
      ) : (
        <EffectList effects={plan.effects} isSingle={plan.effects.every(isOne)} />
      )}
    </section>
  );
}

/** A delivery that carries several events has several runs of a workflow. */
function isOne({ toDo, alreadyDone, unknown }: ReplayPlan["effects"][number]): boolean {
  return toDo + alreadyDone + unknown === 1;
}
