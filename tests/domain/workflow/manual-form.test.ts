import { expect, test } from "vitest";
import { Graph } from "@/lib/domain/workflow/graph";
import { manualComplaint, manualFormOf } from "@/lib/domain/workflow/manual-form";

const fields = [{ key: "email", label: "E-mail", type: "text", isRequired: true }];

test("a drawing with a manual trigger tells what it asks for", () => {
  const graph = Graph.parse({ nodes: [{ id: "start", type: "manual", config: { inputs: fields } }], edges: [] });
  expect(manualFormOf(graph)).toEqual({ nodeId: "start", fields });
  expect(manualFormOf(Graph.parse({ nodes: [{ id: "start", type: "manual" }], edges: [] }))?.fields).toEqual([]);
  expect(manualFormOf(Graph.parse({ nodes: [{ id: "ring", type: "webhook" }], edges: [] }))).toBeUndefined();
});

test("what is missing or of another type is told", () => {
  const field = (type: "text" | "number" | "switch", isRequired: boolean) => ({
    key: "x",
    label: "X",
    type,
    isRequired,
  });
  expect(manualComplaint(field("text", true), "")).toBe("Fill in “X”.");
  expect(manualComplaint(field("text", false), "")).toBeUndefined();
  expect(manualComplaint(field("number", false), "12")).toBe("“X” has to be a number.");
  expect(manualComplaint(field("switch", true), false)).toBeUndefined();
});
