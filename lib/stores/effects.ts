import { z } from "zod";
import { type Id, toUuid } from "@/lib/domain/ids";
import { pool } from "@/lib/platform/db";
import { jsonText } from "@/lib/stores/json-text";

const Done = z.object({ output: jsonText.nullable() });

/** What an effect gave that was done under this key, in whichever run; undefined when none was. */
export async function findDoneEffect(
  workspaceId: Id<"workspace">,
  idempotencyKey: string,
): Promise<{ output: unknown } | undefined> {
  const { rows } = await pool().query({
    name: "find-done-effect",
    text: `SELECT s.output::text AS output FROM attempts a JOIN steps s ON s.id = a.step_id
           WHERE a.idempotency_key = $1 AND a.workspace_id = $2 AND a.status = 'succeeded' ORDER BY a.id DESC LIMIT 1`,
    values: [idempotencyKey, toUuid(workspaceId)],
  });
  return rows[0] && Done.parse(rows[0]);
}
