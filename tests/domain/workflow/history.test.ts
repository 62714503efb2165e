import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_GRAPH, type Graph } from "@/lib/domain/workflow/graph";
import { beginHistory, record, redo, UNDO_MAX, undo } from "@/lib/domain/workflow/history";
import { anyEdit } from "@/tests/domain/workflow/edit/a-drawing";

test("after any edits, undoing all leads back to the start, and redoing all to the end", () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 60 }), (edits) => {
      const end = edits.reduce(
        (history, edit) => record(history, edit(history.present)),
        beginHistory<Graph>(EMPTY_GRAPH),
      );
      let back = end;
      while (back.past.length > 0) back = undo(back);
      expect(back.present).toBe(EMPTY_GRAPH);
      let forth = back;
      while (forth.future.length > 0) forth = redo(forth);
      expect(forth.present).toBe(end.present);
      expect(forth.past).toEqual(end.past);
    }),
  );
});

test("200 changes can be undone, and older ones are forgotten", () => {
  let history = beginHistory(0);
  for (let step = 1; step <= 250; step++) history = record(history, step);
  expect(history.past).toHaveLength(UNDO_MAX);
  expect(history.past[0]).toBe(50);
});

test("letters typed into one field are one change, until a pause", () => {
  let history = beginHistory("");
  history = record(history, "a", { key: "name", atMs: 0 });
  history = record(history, "ab", { key: "name", atMs: 1_000 });
  history = record(history, "abc", { key: "name", atMs: 2_000 });
  expect(history.past).toEqual([""]);
  history = record(history, "abcd", { key: "name", atMs: 9_000 });
  expect(history.past).toEqual(["", "abc"]);
  history = record(history, "abcd!", { key: "note", atMs: 9_001 });
  expect(history.past).toEqual(["", "abc", "abcd"]);
});

test("a drag is one change, however long it takes", () => {
  let history = beginHistory(0);
  for (let step = 1; step <= 50; step++) history = record(history, step, { key: "drag-1" });
  history = record(history, 99, { key: "drag-2" });
  expect(history.past).toEqual([0, 50]);
});

test("a new change after an undo forgets what was undone, and starts afresh", () => {
  let history = record(beginHistory("a"), "b", { key: "name", atMs: 0 });
  history = record(undo(history), "c", { key: "name", atMs: 1 });
  expect(history).toMatchObject({ past: ["a"], present: "c", future: [] });
});

test("nothing to undo or redo, and the same state again, change nothing", () => {
  const history = beginHistory("a");
  expect(undo(history)).toBe(history);
  expect(redo(history)).toBe(history);
  expect(record(history, "a")).toBe(history);
});
