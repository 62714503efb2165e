import { z } from "zod";
import type { Handler, SdkResponse } from "@/lib/engine/embedded-client";
import { parseRetryAfterMs } from "@/lib/engine/protocol/retry-pause";
import type { ClaimedJob } from "@/lib/stores/engine/claim-jobs";

const Operation = z.object({
  op: z.string(),
  id: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});
/** What the function asks for, or what it has done. */
export type Operation = z.infer<typeof Operation>;

const Operations = z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(Operation));

/** Whether a failed attempt may be repeated, and how long its author wants to wait. */
export type Retry = { isFinal: boolean; afterMs: number | undefined };

export type Answer =
  | { kind: "operations"; operations: Operation[]; version: number; retry: Retry }
  | { kind: "result"; output: unknown }
  | { kind: "error"; error: unknown; retry: Retry };

export type Call = {
  job: ClaimedJob;
  attemptsMax: number;
  /** Names the call when the SDK saves a step within it. */
  callId: string;
};

/** Calls the SDK's handler as the server would and reads its answer. A handler that throws has failed an attempt. */
export async function callFunction(handler: Handler, call: Call): Promise<Answer> {
  const { functionId, stepId } = call.job;
  try {
    return readAnswer(await handler({ method: "POST", functionId, stepId, body: requestBody(call) }));
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { kind: "error", error: { name, message }, retry: { isFinal: false, afterMs: undefined } };
  }
}

/** The event and the steps are JSON already, as the database keeps them: they are put in as they are. */
function requestBody({ job, attemptsMax, callId }: Call): string {
  const { state } = job;
  const context = JSON.stringify({
    run_id: job.runId,
    attempt: job.attempt,
    max_attempts: attemptsMax,
    disable_immediate_execution: state.isForced,
    use_api: false,
    env: "",
    step_id: "step",
    fn_id: job.functionId,
    qi_id: callId,
    stack: { stack: state.stack, current: state.stack.length },
  });
  return `{"version":${state.version},"event":${job.event},"events":[${job.event}],"steps":{${job.stepsJson}},"defers":{},"use_api":false,"ctx":${context}}`;
}

function readAnswer({ status, headers, body: text }: SdkResponse): Answer {
  const body: unknown = text === "" ? null : JSON.parse(text);
  const retry: Retry = {
    isFinal: headers["x-inngest-no-retry"] === "true",
    afterMs: parseRetryAfterMs(headers["retry-after"]),
  };
  if (status === 200) return { kind: "result", output: body };
  if (status !== 206) return { kind: "error", error: body, retry };
  const version = Number(headers["x-inngest-req-version"] ?? 2);
  return { kind: "operations", operations: Operations.parse(body), version, retry };
}
