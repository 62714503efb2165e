import { expect, test } from "vitest";
import { mysqlQuery } from "@/lib/catalog/nodes/actions/mysql-query";
import { postgresqlQuery } from "@/lib/catalog/nodes/actions/postgresql-query";
import { newId } from "@/lib/domain/ids";

const connectionId = newId("connection");
const scope = { trigger: { body: { id: "x'; DROP TABLE tickets; --", tags: ["a"], open: true } }, steps: {} };
const values = ["{{ trigger.body.id }}", "{{ trigger.body.tags }}", "{{ trigger.body.none }}"];
const connection = {
  kind: "postgresql",
  credentials: { url: "postgresql://ann:secret@db.example/shop" },
};

test("what comes from the data stays apart from the statement", () => {
  const statement = "SELECT $1, $2, $3";
  const planned = postgresqlQuery.plan({ connectionId, statement, values }, scope, { connection });
  expect(planned).toMatchObject({
    ok: true,
    effect: {
      kind: "query",
      query: {
        dialect: "postgresql",
        server: { host: "db.example", database: "shop", user: "ann", password: "secret", isEncrypted: true },
        statement,
        values: ["x'; DROP TABLE tickets; --", '["a"]', null],
      },
    },
    input: { statement, values: ["x'; DROP TABLE tickets; --", '["a"]', null] },
  });
});

test("a statement is never a template, not even where one slipped through", () => {
  const statement = "SELECT '{{ trigger.body.id }}'";
  expect(postgresqlQuery.problems({ connectionId, statement, values: [] })).toEqual([
    {
      field: "statement",
      message:
        "A statement is sent as it is written, without placeholders, so that nothing in the data can become a command. Put the value into the list below, and in its place write $1, $2 and so on.",
    },
  ]);
  expect(mysqlQuery.problems({ connectionId, statement, values: [] })[0]?.message).toMatch(/write a question mark\.$/);
  const planned = postgresqlQuery.plan({ connectionId, statement, values: [] }, scope);
  expect(planned).toMatchObject({ effect: { query: { statement } } });
});

test.each([
  ["SELECT 1", ["a"], "The statement has no places for values, and there is 1 value."],
  ["SELECT $1", [], "The statement has 1 place for values, and there are no values."],
  ["SELECT $1, $2", ["a"], "The statement has 2 places for values, and there is 1 value."],
])("%j with %j is a problem before anything rings", (statement, given, message) => {
  expect(postgresqlQuery.problems({ connectionId, statement, values: given })).toEqual([{ field: "values", message }]);
});

test("a broken value is a problem, too", () => {
  expect(mysqlQuery.problems({ connectionId, statement: "SELECT ?", values: ["{{ trigger.body."] })).toMatchObject([
    { field: "values" },
  ]);
});
