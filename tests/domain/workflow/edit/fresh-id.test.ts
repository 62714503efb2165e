import { expect, test } from "vitest";
import { freshId } from "@/lib/domain/workflow/edit/fresh-id";
import { NodeId } from "@/lib/domain/workflow/graph";
import { drawing } from "@/tests/domain/workflow/edit/a-drawing";

test("the first of a kind is called by it, the next ones are counted", () => {
  const [, filter] = drawing.nodes;
  const nodes = filter ? [filter, { ...filter, id: "filter" }, { ...filter, id: "filter-2" }] : [];
  expect(freshId([], "filter")).toEqual({ id: "filter", number: 1 });
  expect(freshId(nodes, "filter")).toEqual({ id: "filter-3", number: 3 });
  expect(freshId(nodes, "filter-2")).toEqual({ id: "filter-3", number: 3 });
});

test("the id of the longest type is still an id", () => {
  const wish = "x".repeat(64);
  const { id } = freshId([], wish);
  const [node] = drawing.nodes;
  const next = freshId(node ? [{ ...node, id }] : [], wish);
  expect(NodeId.parse(next.id)).toBe(`${"x".repeat(58)}-2`);
});
