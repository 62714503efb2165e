import { expect, test } from "vitest";
import { countPlaces } from "@/lib/domain/queries/count-places";

test.each([
  ["SELECT 1", 0],
  ["SELECT $1", 1],
  ["SELECT $2, $1, $2", 2],
  ["SELECT $1::int + $12", 12],
  ["SELECT '$1'", 0],
  ["SELECT 'it''s $1', $1", 1],
  ["SELECT E'it\\'s $2', $1", 1],
  ['SELECT "$3" FROM t WHERE a = $1', 1],
  ["SELECT $1 -- and $2\n, $1", 1],
  ["SELECT /* $2 */ $1", 1],
  ["SELECT $$ $2 $$, $tag$ $3 $tag$, $1", 1],
  ["SELECT a$1 FROM t", 0],
  ["SELECT data ? 'key' FROM t WHERE id = $1", 1],
])("PostgreSQL sees %j with %i places", (statement, count) => {
  expect(countPlaces(statement, "postgresql")).toBe(count);
});

test.each([
  ["SELECT 1", 0],
  ["SELECT ?, ?", 2],
  ["SELECT '?', \"?\", `?`", 0],
  ["SELECT 'it\\'s ?', ?", 1],
  ["SELECT ? -- why?\n, ?", 2],
  ["SELECT ? # why?", 1],
  ["SELECT /* ? */ ?", 1],
])("MySQL sees %j with %i places", (statement, count) => {
  expect(countPlaces(statement, "mysql")).toBe(count);
});
