"use client";

import { Button } from "@heroui/react";
import { RotateCcw } from "lucide-react";
import { RetryStatuses } from "@/components/editor/panel/retry-statuses";
import { retryWords } from "@/components/editor/panel/retry-words";
import { useEditor } from "@/components/editor/store/editor-context";
import { BoundedNumber } from "@/components/fields/bounded-number";
import { SelectBox } from "@/components/fields/select-box";
import { SwitchInput } from "@/components/ui/switch-input";
import { retryPolicyOf } from "@/lib/catalog/nodes/index";
import { RetryPolicy } from "@/lib/domain/runs/retry-policy";
import type { Node } from "@/lib/domain/workflow/graph";

const BACKOFFS = [
  { value: "exponential", label: "Twice as long each time" },
  { value: "fixed", label: "Always the same" },
];

type RetryChange = { [Key in keyof RetryPolicy]?: RetryPolicy[Key] | undefined };

/** How often a step tries, how long it waits, and what follows when all was in vain. */
export function RetryForm({ node }: { node: Node }) {
  const changeNode = useEditor((state) => state.changeNode);
  const hasErrorPath = useEditor(({ history }) =>
    history.present.edges.some((edge) => edge.from === node.id && edge.port === "error"),
  );
  const policy = retryPolicyOf(node);

  function change(part: RetryChange, key: string) {
    const next = RetryPolicy.safeParse({ ...policy, ...part });
    if (next.success) changeNode(node.id, { retry: next.data }, `retry.${key}`);
  }

  return (
    <div className="flex flex-col gap-5">
      <BoundedNumber
        label="Tries"
        help="In all, the first one included."
        value={policy.attempts}
        bounds={{ min: 1, max: 20 }}
        onChange={(attempts) => change({ attempts }, "attempts")}
      />
      <div className="flex flex-col gap-1.5">
        <label htmlFor="retry-backoff" className="font-medium text-sm">
          Pause between tries
        </label>
        <SelectBox
          id="retry-backoff"
          value={policy.backoff}
          onChange={(backoff) => change({ backoff: backoff === "fixed" ? "fixed" : "exponential" }, "backoff")}
          choices={BACKOFFS}
        />
      </div>
      <BoundedNumber
        label="First pause"
        unit="seconds"
        help="If the receiver asks for a longer one, it gets it."
        value={policy.delayMs / 1_000}
        bounds={{ min: 0, max: 3_600 }}
        onChange={(seconds) => change({ delayMs: Math.round(seconds * 1_000) }, "delay")}
      />
      <BoundedNumber
        label="Wait for an answer"
        unit="seconds"
        help="A try that takes longer counts as failed."
        value={policy.timeoutMs / 1_000}
        bounds={{ min: 0.1, max: 120 }}
        onChange={(seconds) => change({ timeoutMs: Math.round(seconds * 1_000) }, "timeout")}
      />
      <RetryStatuses
        statuses={policy.retryStatuses}
        onChange={(retryStatuses) => change({ retryStatuses }, "statuses")}
      />
      <SwitchInput
        label="Send at most once"
        isOn={policy.atMostOnce ?? false}
        onChange={(isOn) => change({ atMostOnce: isOn || undefined }, "atMostOnce")}
        help="For receivers that would do the work twice when the same arrives again. What may have arrived is then never sent again: rather not at all than twice."
      />
      <div className="flex flex-col gap-1.5 rounded-xl bg-surface-secondary p-3 text-sm">
        <p className="font-medium">What this means</p>
        {retryWords(policy).map((sentence) => (
          <p key={sentence} className="text-pretty text-muted">
            {sentence}
          </p>
        ))}
        <p className="text-pretty text-muted">
          {hasErrorPath
            ? "When all tries fail, it goes on by “If it fails”."
            : "When all tries fail, the run fails. Connect “If it fails” to go on from there instead."}
        </p>
      </div>
      {node.retry ? (
        <Button size="sm" variant="ghost" className="w-fit" onPress={() => changeNode(node.id, { retry: undefined })}>
          <RotateCcw aria-hidden />
          Back to the usual
        </Button>
      ) : null}
    </div>
  );
}
