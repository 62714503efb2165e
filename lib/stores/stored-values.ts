import { z } from "zod";
import { toUuid } from "@/lib/domain/ids";
import { numberText } from "@/lib/domain/json/number-text";
import { writeJson } from "@/lib/domain/json/write-json";
import type { StoreChange } from "@/lib/domain/runs/effect";
import { StepStatus } from "@/lib/domain/runs/run";
import { jsonText } from "@/lib/stores/json-text";
import { type RunKey, type StepRecord, stepRows, stepUuid, UPSERT_STEPS } from "@/lib/stores/step-rows";
import { inTransaction } from "@/lib/stores/transaction";

type Changing = {
  nodeId: string;
  earlierSteps: StepRecord[];
  ended: (done: { ok: true; output: unknown } | { ok: false; message: string }) => StepRecord;
};

/** A text is about as long as its JSON. */
const VALUE_LENGTH_MAX = 262_144;

/** Changes a stored value and writes the step that does it, in one commit: a step that has ended changes nothing again. */
export async function changeStoredValue(run: RunKey, change: StoreChange, changing: Changing): Promise<StepRecord> {
  const { nodeId, earlierSteps, ended } = changing;
  return inTransaction(async (client) => {
    // One after the other, for each value: what is read here is what is written below.
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 7))", [`${run.workspaceId} ${change.key}`]);
    const known = await client.query("SELECT status, port, output::text, error FROM steps WHERE id = $1", [
      stepUuid(run.id, nodeId),
    ]);
    const before = z
      .array(EndedStep)
      .parse(known.rows)
      .find(({ status }) => status === "done" || status === "failed");
    const { rows } = await client.query<{ value: string }>(
      "SELECT value::text AS value FROM stored_values WHERE workspace_id = $1 AND key = $2",
      [toUuid(run.workspaceId), change.key],
    );
    const step = before ? { ...ended({ ok: true, output: null }), ...before } : ended(applied(change, rows[0]?.value));
    if (!before && step.status === "done" && change.operation !== "get") {
      await client.query(
        `INSERT INTO stored_values (workspace_id, key, value) VALUES ($1, $2, $3)
         ON CONFLICT (workspace_id, key) DO UPDATE SET value = excluded.value, updated_at = now()`,
        [toUuid(run.workspaceId), change.key, writeJson(storedValue(step))],
      );
    }
    await client.query(UPSERT_STEPS, [stepRows([{ run, steps: [...earlierSteps, step] }])]);
    return step;
  });
}

const EndedStep = z.object({
  status: StepStatus,
  port: z.string().nullable(),
  output: jsonText.nullable(),
  error: z.string().nullable(),
});

function storedValue({ output }: StepRecord): unknown {
  return typeof output === "object" && output !== null && "value" in output ? output.value : null;
}

type Applied = { ok: true; output: { value: unknown; existed: boolean } } | { ok: false; message: string };

/** What a change makes of a value, which is JSON text, or absent. */
function applied(change: StoreChange, text: string | undefined): Applied {
  const before: unknown = text === undefined ? undefined : jsonText.parse(text);
  const value = changed(change, before);
  if (value === undefined) return { ok: false, message: complaint(change) };
  if (writeJson(value).length > VALUE_LENGTH_MAX) {
    return { ok: false, message: `What is stored as “${change.key}” would be longer than 256 KiB.` };
  }
  return { ok: true, output: { value, existed: before !== undefined } };
}

function changed(change: StoreChange, before: unknown): unknown {
  switch (change.operation) {
    case "get":
      return before ?? change.fallback ?? null;
    case "set":
      return change.value ?? null;
    case "increment": {
      const counted = numberText(before ?? 0);
      const sum = Number(counted) + change.by;
      return counted !== undefined && Number.isFinite(sum) ? sum : undefined;
    }
    case "append":
      if (before !== undefined && !Array.isArray(before)) return undefined;
      return [...(before ?? []), change.value].slice(-change.itemsMax);
  }
}

function complaint({ operation, key }: StoreChange): string {
  return operation === "append" ? `What is stored as “${key}” is no list.` : `What is stored as “${key}” is no number.`;
}
