import { storableText } from "@/lib/domain/deliveries/storable-text";
import { type Id, idOfBytes, stampUuidV7, timeOfId, toUuid } from "@/lib/domain/ids";
import { writeJson } from "@/lib/domain/json/write-json";
import type { StepStatus } from "@/lib/domain/runs/run";
import { sha256 } from "@/lib/platform/digest";

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

const ERROR_LENGTH_MAX = 2_000;

/** The steps of some runs as JSON, for `UPSERT_STEPS`. Of a step that comes several times, one that has ended is kept. */
export function stepRows(written: { run: RunKey; steps: StepRecord[] }[]): string {
  const rows = new Map<string, object>();
  for (const { run, steps } of written) {
    for (const step of steps) {
      const id = stepUuid(run.id, step.nodeId);
      if (step.endedAtMs !== null || !rows.has(id)) rows.set(id, stepRow(id, run, step));
    }
  }
  return JSON.stringify([...rows.values()]);
}

function stepRow(id: string, run: RunKey, step: StepRecord): object {
  return {
    id,
    workspace_id: toUuid(run.workspaceId),
    run_id: toUuid(run.id),
    node_id: step.nodeId,
    status: step.status,
    port: step.port,
    input: jsonOrNull(step.input),
    output: jsonOrNull(step.output),
    error: step.error && storableText(step.error, ERROR_LENGTH_MAX),
    started_at: dateOrNull(step.startedAtMs),
    ended_at: dateOrNull(step.endedAtMs),
  };
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined || value === null ? null : writeJson(value);
}

function dateOrNull(timeMs: number | null): Date | null {
  return timeMs === null ? null : new Date(timeMs);
}

/** The same id whenever the same node of the same run is written, so that writing twice makes one row. */
export function stepUuid(runId: Id<"run">, nodeId: string): string {
  const bytes = stampUuidV7(Uint8Array.from(sha256(`${runId}:${nodeId}`).subarray(0, 16)), timeOfId(runId));
  return toUuid(idOfBytes("step", bytes));
}

/** Writes the rows of the first parameter, in the order of their ids. Steps that have ended are never written again. */
export const UPSERT_STEPS = `
  INSERT INTO steps (id, workspace_id, run_id, node_id, status, port, input, output, error, started_at, ended_at)
  SELECT id, workspace_id, run_id, node_id, status, port, input::json, output::json, error, started_at, ended_at
  FROM json_to_recordset($1) AS s(
    id uuid, workspace_id uuid, run_id uuid, node_id text, status text, port text, input text, output text, error text,
    started_at timestamptz, ended_at timestamptz)
  ORDER BY id
  ON CONFLICT (id) DO UPDATE
    SET status = excluded.status, port = excluded.port, output = excluded.output, error = excluded.error,
        ended_at = excluded.ended_at
    WHERE steps.status IN ('running', 'waiting')`;
