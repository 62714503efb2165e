import { expect, test } from "vitest";
import { newId } from "@/lib/domain/ids";
import { drawRun } from "@/lib/domain/runs/node-states";
import type { Run, Step } from "@/lib/domain/runs/run";
import { Graph } from "@/lib/domain/workflow/graph";

const graph = Graph.parse({
  nodes: [
    { id: "ring", type: "webhook" },
    { id: "urgent", type: "filter" },
    { id: "tell", type: "http-request" },
    { id: "file", type: "http-request" },
    { id: "other", type: "webhook" },
  ],
  edges: [
    { from: "ring", port: "out", to: "urgent" },
    { from: "urgent", port: "pass", to: "tell" },
    { from: "urgent", port: "fail", to: "file" },
    { from: "other", port: "out", to: "tell" },
  ],
});

function step(nodeId: string, status: Step["status"], port?: string): Step {
  return { nodeId, status, startedAt: null, endedAt: null, attempts: [], ...(port ? { port } : {}) };
}

function run(status: Run["status"], steps: Step[]): Run {
  return {
    id: newId("run"),
    workflowId: newId("workflow"),
    workflowName: "Tickets",
    version: 1,
    deliveryId: newId("delivery"),
    cause: "delivery",
    retryOf: null,
    parentId: null,
    loopItem: null,
    item: null,
    replayId: null,
    nodeId: "ring",
    status,
    startedAt: null,
    endedAt: null,
    steps,
  };
}

test("the way that was taken is told from the ways that were not", () => {
  const steps = [
    step("ring", "done", "out"),
    step("urgent", "done", "pass"),
    step("tell", "failed"),
    step("file", "skipped"),
  ];
  const { nodes, isTaken } = drawRun({ graph, run: run("failed", steps) });
  expect(Object.fromEntries(nodes)).toEqual({
    ring: "done",
    urgent: "done",
    tell: "failed",
    file: "skipped",
    other: "untouched",
  });
  expect(graph.edges.map(isTaken)).toEqual([true, true, false, false]);
});

test("a run that was filtered at its door reached none of its nodes", () => {
  const { nodes } = drawRun({ graph, run: run("filtered", []) });
  expect(nodes.get("ring")).toBe("skipped");
  expect(nodes.get("other")).toBe("untouched");
});

test("what runs once for each item is shown as part of the run, as soon as its loop has begun", () => {
  const loop = Graph.parse({
    nodes: [
      { id: "ring", type: "webhook" },
      { id: "each", type: "for-each" },
      { id: "line", type: "http-request" },
    ],
    edges: [
      { from: "ring", port: "out", to: "each" },
      { from: "each", port: "item", to: "line" },
    ],
  });
  const before = drawRun({ graph: loop, run: run("running", [step("ring", "done", "out")]) });
  const steps = [step("ring", "done", "out"), step("each", "done", "done")];
  const after = drawRun({ graph: loop, run: run("done", steps) });
  expect(before.nodes.get("line")).toBe("untouched");
  expect(after.nodes.get("line")).toBe("in-loop");
  expect(loop.edges.map(after.isTaken)).toEqual([true, true]);
});
