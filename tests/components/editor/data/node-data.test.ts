import { expect, test } from "vitest";
import { nodeData } from "@/components/editor/data/node-data";
import type { SampleEvent } from "@/components/editor/data/sample-event";
import { httpRequest } from "@/lib/catalog/nodes/actions/http-request";
import { Graph } from "@/lib/domain/workflow/graph";

const graph = Graph.parse({
  nodes: [
    { id: "ring", type: "webhook" },
    { id: "ask", type: "http-request", name: "Ask the desk" },
    { id: "tell", type: "http-request" },
    { id: "aside", type: "http-request" },
  ],
  edges: [
    { from: "ring", port: "out", to: "ask" },
    { from: "ask", port: "out", to: "tell" },
    { from: "ring", port: "out", to: "aside" },
  ],
});
const sample: SampleEvent = {
  origin: "sample",
  name: "A new ticket",
  receivedAt: null,
  trigger: { body: { id: 1 }, method: "POST" },
  eventTypes: [],
};

test("a node sees the event and what comes before it, by example", () => {
  const { scope, groups } = nodeData(graph, "tell", { sample, run: null });
  expect(scope).toEqual({ trigger: sample.trigger, steps: { ask: httpRequest.outputExample } });
  expect(groups.map(({ title }) => title)).toEqual(["What rang", "Ask the desk", "About the request"]);
});

test("nothing of other branches, and nothing of itself", () => {
  expect(nodeData(graph, "aside", { sample, run: null }).scope.steps).toEqual({});
});

test("without an event there is nothing to pick from it", () => {
  expect(nodeData(graph, "ask", { sample: null, run: null })).toEqual({
    scope: { trigger: {}, steps: {} },
    groups: [],
  });
});

const loop = Graph.parse({
  nodes: [
    { id: "ring", type: "webhook" },
    { id: "each", type: "for-each", name: "Each line", config: { items: "{{ trigger.body.lines }}" } },
    { id: "line", type: "http-request" },
    { id: "check", type: "approval", name: "Check the line" },
    { id: "after", type: "http-request" },
    { id: "ask", type: "approval", name: "Ask the desk" },
  ],
  edges: [
    { from: "ring", port: "out", to: "each" },
    { from: "each", port: "item", to: "line" },
    { from: "line", port: "out", to: "check" },
    { from: "each", port: "done", to: "after" },
    { from: "after", port: "out", to: "ask" },
  ],
});
const lines = { ...sample, trigger: { body: { lines: [{ sku: "A1" }, { sku: "B2" }] } } };

test("within a loop its step is the item and its place; behind it, it is what came of all items", () => {
  const { scope, groups } = nodeData(loop, "line", { sample: lines, run: null });
  expect(scope.steps["each"]).toEqual({ item: { sku: "A1" }, index: 0 });
  expect(groups[1]).toMatchObject({ title: "Each line: the item", names: { "steps.each.item": "Item" } });
  expect(nodeData(loop, "after", { sample: lines, run: null }).scope.steps["each"]).toMatchObject({ count: 2 });
});

test("without an event an item is still there to be picked", () => {
  expect(nodeData(loop, "line", { sample: null, run: null }).scope.steps["each"]).toMatchObject({ index: 0 });
});

test("a step before an approval sees its link, unless another run asks it", () => {
  const titles = (nodeId: string) =>
    nodeData(loop, nodeId, { sample: null, run: null }).groups.map(({ title }) => title);
  expect(titles("line")).toEqual(["Each line: the item", "Check the line: asks later"]);
  expect(titles("after")).toEqual(["Each line", "Ask the desk: asks later"]);
  expect(titles("ask")).toEqual(["Each line", "after"]);
});
