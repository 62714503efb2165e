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
