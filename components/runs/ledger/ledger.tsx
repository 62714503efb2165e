import { LedgerLine } from "@/components/runs/ledger/ledger-line";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { Id } from "@/lib/domain/ids";
import type { LedgerEntry } from "@/lib/domain/runs/recovery";

type LedgerProps = {
  runId: Id<"run">;
  effects: readonly LedgerEntry[];
  labelOf: (nodeId: string) => string;
  /** What is said while there is nothing. */
  none: string;
};

/** What a run has done outside: each thing once, however many attempts and runs it took. */
export function Ledger({ runId, effects, labelOf, none }: LedgerProps) {
  const isOpen = effects.some(({ state }) => state === "unknown");
  return (
    <Section
      id="ledger"
      title="What was done outside"
      description="Each thing once, however many attempts and runs it took."
      isFlush
    >
      {effects.length === 0 ? (
        <p className="px-4 pb-4 text-muted text-sm sm:px-5 sm:pb-5">{none}</p>
      ) : (
        <>
          {isOpen ? (
            <div className="px-4 pb-4 sm:px-5">
              <Notice tone="warn" title="Unknown: it may have been done, or not">
                It was sent, and Doorbell saw no answer. A retry sends it again with the same Idempotency-Key: a
                receiver that knows the key does it once, any other may do it twice. If that matters, look at the
                receiver first.
              </Notice>
            </div>
          ) : null}
          <ul className="divide-y divide-separator border-separator border-t">
            {effects.map((effect) => (
              <LedgerLine key={effect.key} effect={effect} label={labelOf(effect.nodeId)} runId={runId} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
