import { z } from "zod";
import { storableText } from "@/lib/domain/deliveries/storable-text";
import { fromUuid, type Id, newId, timeOfId, toUuid } from "@/lib/domain/ids";
import { writeJson } from "@/lib/domain/json/write-json";
import {
  type AttemptStatus,
  type LoggedRequest,
  type LoggedResponse,
  type RunStatus,
  StepStatus,
} from "@/lib/domain/runs/run";
import { pool } from "@/lib/platform/db";
import { idsOfTimes } from "@/lib/stores/ids-of-times";
import { jsonText } from "@/lib/stores/json-text";
import { shareCommits } from "@/lib/stores/shared-commits";
import { type RunKey, type StepRecord, stepRows, stepUuid, UPSERT_STEPS } from "@/lib/stores/step-rows";

type NewAttempt = {
  run: RunKey;
  step: StepRecord;
  /** Steps of the run that have ended and are not written yet. */
  earlierSteps: StepRecord[];
  idempotencyKey: string;
  request: LoggedRequest;
  nowMs: number;
  /** Whether it must not be sent again when an earlier attempt may have arrived. */
  atMostOnce: boolean;
};

export type AttemptBegun =
  /** The step had already ended when a crash kept the engine from knowing. */
  | { kind: "already-ended"; status: StepStatus; port: string | null; output: unknown; error: string | null }
  /** Nothing may be sent, for this reason. */
  | { kind: "not-again"; message: string }
  | { kind: "begun"; id: Id<"attempt">; n: number };

/**
 * Writes that an attempt begins, before its socket opens. Earlier attempts of the step that never ended become
 * `unknown`: they were cut off by a crash, and nobody saw whether they arrived.
 */
export const beginAttempt = shareCommits(beginAttempts);

async function beginAttempts(attempts: NewAttempt[]): Promise<AttemptBegun[]> {
  const rows = attempts.map(attemptRow);
  const steps = attempts.map(({ run, step, earlierSteps }) => ({ run, steps: [...earlierSteps, step] }));
  const result = await pool().query({
    name: "begin-attempts",
    text: BEGIN_ATTEMPTS,
    values: [stepRows(steps), JSON.stringify(rows), ...idsOfTimes(attempts.map(({ run }) => run.id))],
  });
  const begun = new Map(
    z
      .array(BegunRow)
      .parse(result.rows)
      .map((row) => [row.id, row]),
  );
  return rows.map(({ id }) => toBegun(begun.get(id)));
}

function attemptRow({ run, step, idempotencyKey, request, nowMs, atMostOnce }: NewAttempt) {
  return {
    id: toUuid(newId("attempt", timeOfId(run.id))),
    workspace_id: toUuid(run.workspaceId),
    run_id: toUuid(run.id),
    step_id: stepUuid(run.id, step.nodeId),
    idempotency_key: idempotencyKey,
    started_at: new Date(nowMs),
    request: writeJson(request),
    at_most_once: atMostOnce,
  };
}

const BegunRow = z.object({
  id: z.string(),
  n: z.coerce.number().nullable(),
  status: StepStatus.nullable(),
  port: z.string().nullable(),
  output: jsonText.nullable(),
  error: z.string().nullable(),
  isOver: z.boolean(),
});

function toBegun(row: z.infer<typeof BegunRow> | undefined): AttemptBegun {
  if (!row) throw new Error("An attempt was neither begun nor refused.");
  const { id, n, status, isOver, ...ended } = row;
  if (status !== null) return { kind: "already-ended", status, ...ended };
  if (n === null) return { kind: "not-again", message: isOver ? "The run was ended before this was sent." : NOT_AGAIN };
  return { kind: "begun", id: fromUuid("attempt", id), n };
}

const NOT_AGAIN =
  "It is not known whether an earlier attempt arrived, and this step sends at most once. Look at the receiver, then retry it by hand if it did not.";

const BEGIN_ATTEMPTS = `
WITH asked AS (
  SELECT * FROM json_to_recordset($2) AS a(
    id uuid, workspace_id uuid, run_id uuid, step_id uuid, idempotency_key text, started_at timestamptz, request text,
    at_most_once boolean)
), ended AS (
  SELECT id, status, port, output::text AS output, error FROM steps
  WHERE id IN (SELECT step_id FROM asked) AND id >= $3 AND id < $4 AND status NOT IN ('running', 'waiting')
), written AS (${UPSERT_STEPS}
), earlier AS (
  SELECT id, step_id, status FROM attempts
  WHERE run_id IN (SELECT run_id FROM asked) AND id >= $3 AND id < $4 AND step_id IN (SELECT step_id FROM asked)
), lost AS (
  UPDATE attempts SET status = 'unknown', error = 'Doorbell stopped before it saw the answer.'
  WHERE id IN (SELECT id FROM earlier WHERE status = 'started') AND id >= $3 AND id < $4
), over AS (
  SELECT id FROM runs WHERE id IN (SELECT run_id FROM asked) AND id >= $3 AND id < $4
    AND status NOT IN ('queued', 'running', 'waiting')
), begun AS (
  INSERT INTO attempts (id, workspace_id, run_id, step_id, n, status, idempotency_key, started_at, request)
  SELECT id, workspace_id, run_id, step_id, 1 + (SELECT count(*) FROM earlier WHERE earlier.step_id = asked.step_id),
         'started', idempotency_key, started_at, request::json
  FROM asked
  WHERE step_id NOT IN (SELECT id FROM ended)
    AND NOT (at_most_once AND step_id IN (SELECT step_id FROM earlier WHERE status IN ('started', 'unknown')))
    AND run_id NOT IN (SELECT id FROM over)
  RETURNING id, n
)
SELECT asked.id, begun.n, ended.status, ended.port, ended.output, ended.error,
       asked.run_id IN (SELECT id FROM over) AS "isOver"
FROM asked LEFT JOIN begun ON begun.id = asked.id LEFT JOIN ended ON ended.id = asked.step_id`;

type EndedAttempt = {
  run: RunKey;
  id: Id<"attempt">;
  status: AttemptStatus;
  durationMs: number;
  response: LoggedResponse | null;
  error: string | null;
  /** The step as the attempt leaves it: ended, or waiting for the next attempt. */
  step: StepRecord;
};

/** Writes how an attempt ended, and what became of its step, in one commit. */
export const endAttempt = shareCommits(endAttempts);

async function endAttempts(attempts: EndedAttempt[]): Promise<undefined[]> {
  const rows = attempts.map(({ id, status, durationMs, response, error }) => ({
    id: toUuid(id),
    status,
    duration_ms: durationMs,
    response: response && writeJson(response),
    error: error && storableText(error, ERROR_LENGTH_MAX),
  }));
  const paused = attempts.filter(({ step }) => step.status === "waiting").map(({ run }) => toUuid(run.id));
  await pool().query({
    name: "end-attempts",
    text: END_ATTEMPTS,
    values: [
      stepRows(attempts.map(({ run, step }) => ({ run, steps: [step] }))),
      JSON.stringify(rows),
      ...idsOfTimes(attempts.map(({ run }) => run.id)),
      paused,
    ],
  });
  return attempts.map(() => undefined);
}

const ERROR_LENGTH_MAX = 2_000;

/** A run whose step pauses before another try waits: it keeps nobody's turn. */
const END_ATTEMPTS = `
WITH written AS (${UPSERT_STEPS}
), paused AS (
  UPDATE runs SET status = 'waiting' WHERE id = ANY($5::uuid[]) AND id >= $3 AND id < $4 AND status = 'running'
)
UPDATE attempts
SET status = ended.status, duration_ms = ended.duration_ms, response = ended.response::json, error = ended.error
FROM json_to_recordset($2) AS ended(id uuid, status text, duration_ms real, response text, error text)
WHERE attempts.id = ended.id AND attempts.id >= $3 AND attempts.id < $4`;

type EndedRun = { run: RunKey; steps: StepRecord[]; status: RunStatus; error: string | null; output: unknown };

/** Writes the steps that are left and the run's end. A run that has ended stays as it is. */
export const endRun = shareCommits(endRuns);

async function endRuns(runs: EndedRun[]): Promise<undefined[]> {
  const rows = runs.map(({ run, status, error, output }) => ({
    id: toUuid(run.id),
    status,
    output: output === null ? null : writeJson(output),
    error: error && storableText(error, ERROR_LENGTH_MAX),
  }));
  await pool().query({
    name: "end-runs",
    text: END_RUNS,
    values: [stepRows(runs), JSON.stringify(rows), ...idsOfTimes(runs.map(({ run }) => run.id))],
  });
  return runs.map(() => undefined);
}

const END_RUNS = `
WITH written AS (${UPSERT_STEPS}
)
UPDATE runs SET status = ended.status, error = ended.error, output = ended.output::json, ended_at = now(), started_at = coalesce(started_at, now())
FROM json_to_recordset($2) AS ended(id uuid, status text, error text, output text)
WHERE runs.id = ended.id AND runs.id >= $3 AND runs.id < $4 AND runs.status IN ('queued', 'running', 'waiting')`;

type WrittenSteps = { run: RunKey; steps: StepRecord[]; runStatus?: Extract<RunStatus, "running" | "waiting"> };

/** Writes steps, and what the run is doing where that has changed: it waits as long as one of its branches does. */
export const writeSteps = shareCommits(writeAllSteps);

async function writeAllSteps(written: WrittenSteps[]): Promise<undefined[]> {
  const rows = written.flatMap(({ run, runStatus }) => (runStatus ? [{ id: toUuid(run.id), status: runStatus }] : []));
  await pool().query({
    name: "write-steps",
    text: WRITE_STEPS,
    values: [stepRows(written), JSON.stringify(rows), ...idsOfTimes(written.map(({ run }) => run.id))],
  });
  return written.map(() => undefined);
}

const WRITE_STEPS = `
WITH written AS (${UPSERT_STEPS}
)
UPDATE runs SET status = CASE WHEN EXISTS (
  SELECT 1 FROM steps s WHERE s.run_id = runs.id AND s.id >= $3 AND s.id < $4 AND s.status = 'waiting'
    AND s.id NOT IN (SELECT w.id FROM json_to_recordset($1) AS w(id uuid))
    AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.step_id = s.id AND a.id >= $3 AND a.id < $4)
) THEN 'waiting' ELSE changed.status END
FROM json_to_recordset($2) AS changed(id uuid, status text)
WHERE runs.id = changed.id AND runs.id >= $3 AND runs.id < $4 AND runs.status IN ('queued', 'running', 'waiting')`;
