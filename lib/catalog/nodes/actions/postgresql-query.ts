import { queryNode } from "@/lib/catalog/nodes/actions/query-node";
import { defineNode } from "@/lib/catalog/nodes/define-node";

export const postgresqlQuery = defineNode({
  type: "postgresql-query",
  name: "PostgreSQL",
  summary: "Runs a statement at a PostgreSQL database, and gives its rows.",
  kind: "action",
  group: "Databases",
  icon: "database",
  connections: ["postgresql"],
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    statement: "UPDATE tickets SET priority = $1 WHERE id = $2 RETURNING id, owner",
    values: ["{{ trigger.body.data.priority }}", "{{ trigger.body.data.ticket_id }}"],
  },
  outputExample: { rows: [{ id: "TK-1", owner: "Ann" }], count: 1, isCut: false },
  ...queryNode({
    dialect: "postgresql",
    usualPort: 5_432,
    example: "SELECT * FROM tickets WHERE id = $1",
    place: "$1, $2 and so on",
  }),
});
