import { queryNode } from "@/lib/catalog/nodes/actions/query-node";
import { defineNode } from "@/lib/catalog/nodes/define-node";

export const mysqlQuery = defineNode({
  type: "mysql-query",
  name: "MySQL",
  summary: "Runs a statement at a MySQL or MariaDB database, and gives its rows.",
  kind: "action",
  group: "Databases",
  icon: "database",
  connections: ["mysql"],
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    statement: "SELECT id, owner FROM tickets WHERE id = ? AND priority = ?",
    values: ["{{ trigger.body.data.ticket_id }}", "{{ trigger.body.data.priority }}"],
  },
  outputExample: { rows: [{ id: "TK-1", owner: "Ann" }], count: 1, isCut: false },
  ...queryNode({
    dialect: "mysql",
    usualPort: 3_306,
    example: "SELECT * FROM tickets WHERE id = ?",
    place: "a question mark",
  }),
});
