"use client";

import { ArrowUpRight, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import type { EditorState } from "@/components/editor/store/editor-state";
import { durationText } from "@/components/ui/duration-text";
import { StatusChip } from "@/components/ui/status-chip";
import type { Run } from "@/lib/domain/runs/run";

/** What came of the last ring, beneath the drawing that shows it. */
export function RingBar() {
  const store = useEditorStore();
  const ring = useEditor((state) => state.ring);
  const whyNothing = useEditor(whyNothingRan);
  if (!ring) return null;
  const isRefused = ring.status >= 400;
  return (
    <div
      role="status"
      className="-translate-x-1/2 absolute bottom-17 left-1/2 z-10 flex w-max max-w-[calc(100%-1.5rem)] animate-arrive flex-wrap items-center gap-x-3 gap-y-1 rounded-2xl bg-overlay py-2 pr-2 pl-4 text-sm shadow-overlay"
    >
      {ring.run ? (
        <RunWords run={ring.run} />
      ) : isRefused ? (
        <>
          <StatusChip status="rejected" />
          <span>The door answered {ring.status}.</span>
        </>
      ) : ring.isOver ? (
        <>
          <StatusChip status="accepted" />
          <span className="text-muted">{whyNothing}</span>
        </>
      ) : (
        <StatusChip status="received" />
      )}
      {ring.run ? <Go href={`/runs/${ring.run.id}`}>Open the run</Go> : null}
      {!ring.run && ring.deliveryId ? <Go href={`/deliveries/${ring.deliveryId}`}>Open the delivery</Go> : null}
      <button
        type="button"
        aria-label="Close what came of the ring"
        onClick={() => store.setState({ ring: null })}
        className="grid size-8 place-items-center rounded-lg text-muted hover:bg-surface-secondary hover:text-foreground"
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  );
}

function RunWords({ run }: { run: Run }) {
  const tookMs = run.startedAt && run.endedAt ? Date.parse(run.endedAt) - Date.parse(run.startedAt) : null;
  return (
    <>
      <StatusChip status={run.status} />
      <span className="max-w-96 truncate text-muted">
        Version {run.version}
        {tookMs === null ? "" : ` · ${durationText(tookMs)}`}
        {run.error ? ` · ${run.error}` : ""}
      </span>
    </>
  );
}

function Go({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="flex items-center gap-1 rounded-lg px-2 py-1 font-medium text-link hover:bg-accent-soft"
    >
      {children}
      <ArrowUpRight aria-hidden className="size-4" />
    </Link>
  );
}

/** A published version that listens here leaves a run behind, be it only a filtered one that says why. */
function whyNothingRan({ publishedVersion }: EditorState): string {
  if (publishedVersion === null) return "It arrived. Nothing ran: this workflow is not published yet.";
  return "It arrived. Nothing ran: the published version does not listen to this endpoint.";
}
