"use client";

import { ChevronRight } from "lucide-react";
import { ExactTime } from "@/components/log/time/exact-time";
import { HttpMessage } from "@/components/runs/step/http-message";
import { CopyButton } from "@/components/ui/copy-button";
import { durationText } from "@/components/ui/duration-text";
import { Notice } from "@/components/ui/notice";
import { StatusChip } from "@/components/ui/status-chip";
import { curlCommand } from "@/lib/domain/deliveries/curl-command";
import type { Attempt, LoggedRequest } from "@/lib/domain/runs/run";

/** Every time that a step's request was sent, and what came back. The last one is open. */
export function Attempts({ attempts }: { attempts: readonly Attempt[] }) {
  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col gap-2">
        {attempts.map((attempt, index) => (
          <li key={attempt.n}>
            <AttemptLine attempt={attempt} before={attempts[index - 1]} isOpen={index === attempts.length - 1} />
          </li>
        ))}
      </ol>
      <IdempotencyKey value={attempts[0]?.idempotencyKey ?? ""} />
    </div>
  );
}

type AttemptLineProps = { attempt: Attempt; before: Attempt | undefined; isOpen: boolean };

function AttemptLine({ attempt, before, isOpen }: AttemptLineProps) {
  const { n, status, durationMs, startedAt, request, response, error } = attempt;
  return (
    <details open={isOpen} className="group/attempt overflow-hidden rounded-xl border border-border">
      <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5 text-sm hover:bg-surface-secondary focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-muted transition-transform group-open/attempt:rotate-90"
        />
        <span className="font-medium">Attempt {n}</span>
        <StatusChip status={status} isCompact />
        {response ? <span className="font-mono font-semibold">{response.status}</span> : null}
        <span className="ml-auto text-muted text-xs tabular-nums">
          <ExactTime at={startedAt} detail="milliseconds" />
          {durationMs === null ? "" : ` · ${durationText(durationMs)}`}
        </span>
      </summary>
      <div className="flex flex-col gap-4 border-separator border-t px-3 py-3.5">
        {before ? <p className="text-muted text-sm">{pauseText(before, attempt)}</p> : null}
        {error ? <p className="wrap-anywhere font-medium text-bad text-sm">{error}</p> : null}
        {status === "unknown" ? (
          <Notice tone="warn" title="Unknown: it may have been done, or not">
            It was sent, and Doorbell saw no answer. Only the receiver knows. Sent again, it has the same
            Idempotency-Key.
          </Notice>
        ) : null}
        <HttpMessage
          title="Request"
          line={
            <>
              <span className="font-semibold">{request.method}</span> {request.url}
            </>
          }
          headers={request.headers}
          body={request.body}
          actions={isHttp(request) ? <CopyButton label="Copy as curl" value={curlOf(request)} isLabelled /> : null}
        />
        {response ? (
          <HttpMessage
            title="Response"
            line={
              <span className={`font-semibold ${response.status < 400 ? "text-good" : "text-bad"}`}>
                {response.status}
              </span>
            }
            headers={response.headers}
            body={response.body}
            isCut={response.isBodyCut}
          />
        ) : (
          <p className="text-muted text-sm">{SILENCES[status]}</p>
        )}
      </div>
    </details>
  );
}

/** What stands in place of an answer. Databases give none but the step's output. */
const SILENCES: Record<Attempt["status"], string> = {
  started: "No answer yet.",
  succeeded: "It was done.",
  failed: "No answer came.",
  blocked: "Nothing was sent.",
  unknown: "No answer came.",
};

function isHttp({ url }: LoggedRequest): boolean {
  return /^https?:/i.test(url);
}

function pauseText(before: Attempt, attempt: Attempt): string {
  const pausedMs = Date.parse(attempt.startedAt) - Date.parse(before.startedAt) - (before.durationMs ?? 0);
  return `After a pause of ${durationText(Math.max(0, pausedMs))}.`;
}

function curlOf({ method, url, headers, body }: LoggedRequest): string {
  return curlCommand({ method, url, headers, body: body === "" ? null : { text: body } });
}

function IdempotencyKey({ value }: { value: string }) {
  return (
    <div className="flex items-center gap-3 rounded-xl bg-surface-secondary px-3.5 py-2.5 text-sm">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="flex flex-wrap gap-x-2">
          <span className="font-medium">Idempotency-Key</span>
          <code className="wrap-anywhere font-mono text-[0.8125rem]">{value}</code>
        </p>
        <p className="text-muted text-xs">
          The same for every attempt, so that a receiver that knows it does the work once.
        </p>
      </div>
      <CopyButton value={value} label="Copy Idempotency-Key" />
    </div>
  );
}
