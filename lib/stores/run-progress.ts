import { z } from "zod";
import { type Id, idOfBytes, stampUuidV7, timeOfId, toUuid } from "@/lib/domain/ids";
import { writeJson } from "@/lib/domain/json/write-json";
import {
  type AttemptStatus,
  type LoggedRequest,
  type LoggedResponse,
  type RunStatus,
  StepStatus,
} from "@/lib/domain/runs/run";
import { pool } from "@/lib/platform/db";
import { sha256 } from "@/lib/platform/digest";
import { idsOfSameTime } from "@/lib/stores/ids-of-same-time";
import { jsonText } from "@/lib/stores/json-text";

/** A step as it is written. */
export type StepRecord = {
  nodeId: string;
  status: StepStatus;
  port: string | null;
  input: unknown;
  output: unknown;
  error: string | null;
  startedAtMs: number | null;
  endedAtMs: number | null;
};

/** What a run writes under. */
export type RunKey = { workspaceId: Id<"workspace">; id: Id<"run"> };

export type AttemptBegun =
  /** The step had already ended when a crash kept the engine from knowing. */
  | { kind: "already-ended"; status: StepStatus; port: string | null; output: unknown; error: string | null }
  | { kind: "begun"; id: Id<"attempt">; n: number };

type NewAttempt = {
  step: StepRecord;
  earlierSteps: StepRecord[];
  idempotencyKey: string;
  request: LoggedRequest;
  nowMs: number;
};

/**
 * Writes that an attempt begins, before its socket opens. Earlier attempts of the step that never ended become
 * `unknown`: they were cut off by a crash, and nobody saw whether they arrived.
 */
export async function beginAttempt(run: RunKey, attempt: NewAttempt): Promise<AttemptBegun> {
  const stepId = stepUuid(run.id, attempt.step.nodeId);
  const id = idOfBytes("attempt", stampUuidV7(crypto.getRandomValues(new Uint8Array(16)), timeOfId(run.id)));
  const { rows } = await pool().query({
    name: "begin-attempt",
    text: BEGIN_ATTEMPT,
    values: [
      ...stepArrays(run, [...attempt.earlierSteps, attempt.step]),
      toUuid(run.workspaceId),
      toUuid(run.id),
      stepId,
      toUuid(id),
      attempt.idempotencyKey,
      new Date(attempt.nowMs),
      writeJson(attempt.request),
      ...idsOfSameTime(run.id),
    ],
  });
  const { n, status, ...ended } = AttemptRow.parse(rows[0]);
  if (status !== null) return { kind: "already-ended", status, ...ended };
  return { kind: "begun", id, n: n ?? 1 };
}

const AttemptRow = z.object({
  n: z.coerce.number().nullable(),
  status: StepStatus.nullable(),
  port: z.string().nullable(),
  output: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : jsonText.parse(text))),
  error: z.string().nullable(),
});

/** Steps that have ended are never written again. */
const UPSERT_STEPS = `
  INSERT INTO steps (id, workspace_id, run_id, node_id, status, port, input, output, error, started_at, ended_at)
  SELECT s.id, $9, $10, s.node_id, s.status, s.port, s.input::json, s.output::json, s.error,
         to_timestamp(s.times[1]), to_timestamp(s.times[2])
  FROM (SELECT unnest($1::uuid[]) AS id, unnest($2::text[]) AS node_id, unnest($3::text[]) AS status,
               unnest($4::text[]) AS port, unnest($5::text[]) AS input, unnest($6::text[]) AS output,
               unnest($7::text[]) AS error, string_to_array(unnest($8::text[]), ' ', '')::float8[] AS times) AS s
  ON CONFLICT (id) DO UPDATE
    SET status = excluded.status, port = excluded.port, output = excluded.output, error = excluded.error,
        ended_at = excluded.ended_at
    WHERE steps.status IN ('running', 'waiting')`;

const BEGIN_ATTEMPT = `
WITH ended AS (
  SELECT status, port, output::text AS output, error FROM steps
  WHERE id = $11 AND status NOT IN ('running', 'waiting')
), written AS (${UPSERT_STEPS}
), lost AS (
  UPDATE attempts SET status = 'unknown', error = 'Doorbell stopped before it saw the answer.'
  WHERE step_id = $11 AND run_id = $10 AND id >= $16 AND id < $17 AND status = 'started'
), begun AS (
  INSERT INTO attempts (id, workspace_id, run_id, step_id, n, status, idempotency_key, started_at, request)
  SELECT $12, $9, $10, $11, 1 + (SELECT count(*) FROM attempts WHERE step_id = $11 AND run_id = $10 AND id >= $16 AND id < $17),
         'started', $13, $14, $15
  WHERE NOT EXISTS (SELECT FROM ended)
  RETURNING n
)
SELECT begun.n, ended.status, ended.port, ended.output, ended.error FROM begun FULL JOIN ended ON true`;

type AttemptResult = {
  id: Id<"attempt">;
  status: AttemptStatus;
  durationMs: number;
  response: LoggedResponse | null;
  error: string | null;
  /** The step as the attempt leaves it: ended, or waiting for the next attempt. */
  step: StepRecord;
};

/** Writes how an attempt ended, and what became of its step, in one commit. */
export async function endAttempt(run: RunKey, result: AttemptResult): Promise<void> {
  await pool().query({
    name: "end-attempt",
    text: END_ATTEMPT,
    values: [
      ...stepArrays(run, [result.step]),
      toUuid(run.workspaceId),
      toUuid(run.id),
      toUuid(result.id),
      result.status,
      result.durationMs,
      result.response && writeJson(result.response),
      result.error,
    ],
  });
}

const END_ATTEMPT = `
WITH written AS (${UPSERT_STEPS}
)
UPDATE attempts SET status = $12, duration_ms = $13, response = $14, error = $15 WHERE id = $11`;

/** Writes the steps that are left and the run's end. A run that has ended stays as it is. */
export async function endRun(
  run: RunKey,
  end: { steps: StepRecord[]; status: RunStatus; error: string | null },
): Promise<void> {
  await pool().query({
    name: "end-run",
    text: END_RUN,
    values: [...stepArrays(run, end.steps), toUuid(run.workspaceId), toUuid(run.id), end.status, end.error],
  });
}

const END_RUN = `
WITH written AS (${UPSERT_STEPS}
)
UPDATE runs SET status = $11, error = $12, ended_at = now(), started_at = coalesce(started_at, now())
WHERE id = $10 AND status IN ('queued', 'running', 'waiting')`;

/** The first eight parameters of a statement that writes steps, column by column. */
function stepArrays(run: RunKey, steps: StepRecord[]): unknown[] {
  const asJson = (value: unknown) => (value === undefined || value === null ? null : writeJson(value));
  const asSeconds = (timeMs: number | null) => (timeMs === null ? "" : String(timeMs / 1_000));
  return [
    steps.map((step) => stepUuid(run.id, step.nodeId)),
    steps.map((step) => step.nodeId),
    steps.map((step) => step.status),
    steps.map((step) => step.port),
    steps.map((step) => asJson(step.input)),
    steps.map((step) => asJson(step.output)),
    steps.map((step) => step.error),
    steps.map((step) => `${asSeconds(step.startedAtMs)} ${asSeconds(step.endedAtMs)}`),
  ];
}

/** The same id whenever the same node of the same run is written, so that writing twice makes one row. */
function stepUuid(runId: Id<"run">, nodeId: string): string {
  const bytes = stampUuidV7(Uint8Array.from(sha256(`${runId}:${nodeId}`).subarray(0, 16)), timeOfId(runId));
  return toUuid(idOfBytes("step", bytes));
}
