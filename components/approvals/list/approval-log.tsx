"use client";

import { UserCheck } from "lucide-react";
import { useRef, useState } from "react";
import { DECIDED_COLUMNS, DecidedRow } from "@/components/approvals/list/decided-row";
import { OpenApproval } from "@/components/approvals/list/open-approval";
import { KeyHints } from "@/components/log/key-hints";
import { LogFoot } from "@/components/log/log-foot";
import { LogTable } from "@/components/log/log-table";
import { useLogKeys } from "@/components/log/use-log-keys";
import { type Log, useLogPages } from "@/components/log/use-log-pages";
import { useNow } from "@/components/runs/use-now";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Page } from "@/lib/domain/page";
import type { Approval } from "@/lib/domain/runs/approval";

type ApprovalLogProps = {
  open: Page<Approval>;
  ended: Page<Approval>;
  /** When they were read, in ms since 1970. */
  readAtMs: number;
  mayDecide: boolean;
};

/** What waits for an answer, and beneath it what was answered. j and k walk through both; a and x go to an answer. */
export function ApprovalLog({ open, ended, readAtMs, mayDecide }: ApprovalLogProps) {
  const list = useRef<HTMLDivElement>(null);
  const goTo = (decision: string) => () =>
    document.activeElement?.closest("li")?.querySelector<HTMLElement>(`[data-decision=${decision}]`)?.focus();
  useLogKeys({ list, ...(mayDecide ? { onApprove: goTo("approved"), onReject: goTo("rejected") } : {}) });
  return (
    <div ref={list} className="flex flex-col gap-8">
      <OpenApprovals initial={open} readAtMs={readAtMs} mayDecide={mayDecide} />
      <EndedApprovals initial={ended} />
    </div>
  );
}

const pagesOf = (status: "open" | "ended", initial: Page<Approval>) => ({
  path: "/api/v1/approvals",
  search: `status=${status}`,
  initial,
  withEvent: (approval: Approval) => approval,
});

type OpenApprovalsProps = { initial: Page<Approval>; readAtMs: number; mayDecide: boolean };

function OpenApprovals({ initial, readAtMs, mayDecide }: OpenApprovalsProps) {
  const log = useLogPages<Approval>(pagesOf("open", initial));
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const nowMs = useNow(log.items.length > 0, readAtMs);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = log.items.filter(({ id }) => !decided.has(id));

  function take(id: string) {
    setDecided(new Set([...decided, id]));
    // The buttons are gone with their card: whoever uses keys goes on from the top.
    heading.current?.focus();
  }

  return (
    <section ref={log.top} aria-labelledby="waiting" className="flex scroll-mt-24 flex-col gap-3">
      <h2 ref={heading} id="waiting" tabIndex={-1} className="font-semibold text-[0.9375rem] outline-none">
        Waiting for a decision
      </h2>
      {shown.length === 0 ? (
        <NothingAsked />
      ) : (
        <>
          <ul aria-labelledby="waiting" className="grid items-start gap-4">
            {shown.map((approval) => (
              <OpenApproval
                key={approval.id}
                approval={approval}
                nowMs={nowMs}
                isNew={log.arrived.has(approval.id)}
                mayDecide={mayDecide}
                onDecided={() => take(approval.id)}
              />
            ))}
          </ul>
          {log.next === null ? null : <LogFoot log={log} />}
          <KeyHints keys={mayDecide ? ["j", "k", "Enter", "a", "x"] : ["j", "k", "Enter"]} />
        </>
      )}
    </section>
  );
}

function NothingAsked() {
  const action = (
    <LinkButton href="/catalog/steps#approval" variant="outline">
      How a workflow asks
    </LinkButton>
  );
  return (
    <div className="panel">
      <EmptyState icon={UserCheck} title="Nothing waits for a decision" actions={action}>
        When a workflow comes to a step “Ask for approval”, its question appears here by itself.
      </EmptyState>
    </div>
  );
}

function EndedApprovals({ initial }: { initial: Page<Approval> }) {
  const log = useLogPages<Approval>(pagesOf("ended", initial));
  if (log.items.length === 0) return null;
  return (
    <section ref={log.top} aria-labelledby="decided" className="flex scroll-mt-24 flex-col gap-3">
      <h2 id="decided" className="font-semibold text-[0.9375rem]">
        Decided
      </h2>
      <DecidedTable log={log} />
      <LogFoot log={log} />
    </section>
  );
}

function DecidedTable({ log }: { log: Log<Approval> }) {
  return (
    <LogTable
      caption="Decided approvals, those of the newest runs first"
      columns={DECIDED_COLUMNS}
      heads={["Asked", "Decision", "Question", "By", "Note"]}
    >
      {log.items.map((approval) => (
        <DecidedRow key={approval.id} approval={approval} isNew={log.arrived.has(approval.id)} />
      ))}
    </LogTable>
  );
}
