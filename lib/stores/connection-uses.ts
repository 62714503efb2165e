import { z } from "zod";
import type { ConnectionUse } from "@/lib/domain/connections/connection";
import { fromUuid, type Id, toUuid } from "@/lib/domain/ids";
import { Graph } from "@/lib/domain/workflow/graph";
import { pool } from "@/lib/platform/db";

const Row = z.object({ id: z.string(), name: z.string(), graph: Graph });

/** The published workflows that use any of these connections, by name, for each of them that is used. */
export async function listConnectionUses(
  workspaceId: Id<"workspace">,
  ids: readonly Id<"connection">[],
): Promise<Map<string, ConnectionUse[]>> {
  const uses = new Map<string, ConnectionUse[]>();
  for (const { id, name, graph } of await findMentions(workspaceId, ids)) {
    const used = new Set(graph.nodes.map(({ config }) => config["connectionId"]));
    for (const connection of ids.filter((candidate) => used.has(candidate))) {
      uses.set(connection, [...(uses.get(connection) ?? []), { workflowId: fromUuid("workflow", id), name }]);
    }
  }
  return uses;
}

/** Looked for in the text: PostgreSQL's JSON functions refuse drawings in which a NUL is written. */
async function findMentions(workspaceId: Id<"workspace">, ids: readonly Id<"connection">[]) {
  const { rows } = await pool().query(
    `SELECT workflow.id, workflow.name, version.graph
     FROM workflows AS workflow
     JOIN workflow_versions AS version
       ON version.workflow_id = workflow.id AND version.number = workflow.published_version
     WHERE workflow.workspace_id = $1 AND workflow.deleted_at IS NULL AND version.graph::text LIKE ANY ($2::text[])
     ORDER BY workflow.name, workflow.id`,
    [toUuid(workspaceId), ids.map((id) => `%${id}%`)],
  );
  return z.array(Row).parse(rows);
}
