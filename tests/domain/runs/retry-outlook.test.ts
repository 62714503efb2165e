import { expect, test } from "vitest";
import { type Outlook, retryOutlook } from "@/lib/domain/runs/retry-outlook";
import { Graph } from "@/lib/domain/workflow/graph";

const before = Graph.parse({
  nodes: [
    { id: "ring", type: "webhook" },
    { id: "charge", type: "http-request", name: "Charge the card" },
    { id: "urgent", type: "filter" },
    { id: "tell", type: "http-request" },
    { id: "file", type: "http-request" },
  ],
  edges: [
    { from: "ring", port: "out", to: "charge" },
    { from: "charge", port: "out", to: "urgent" },
    { from: "urgent", port: "pass", to: "tell" },
    { from: "tell", port: "out", to: "file" },
  ],
});

const retrying = {
  before,
  after: before,
  startId: "ring",
  steps: [
    { nodeId: "ring", status: "done" as const },
    { nodeId: "charge", status: "done" as const },
    { nodeId: "urgent", status: "done" as const },
    { nodeId: "tell", status: "failed" as const },
  ],
  effects: [
    { nodeId: "charge", state: "confirmed" as const },
    { nodeId: "tell", state: "unknown" as const },
  ],
  reaches: (type: string) => type === "http-request",
};

function fates(outlook: Outlook[]): string {
  return outlook.map(({ nodeId, fate }) => `${nodeId}: ${fate}`).join(", ");
}

test("from what failed, what went well is kept and only the rest is sent", () => {
  const outlook = retryOutlook(retrying, { from: "failed", again: false });
  expect(fates(outlook)).toBe("charge: kept, tell: same-key, file: to-do");
  expect(outlook[0]?.label).toBe("Charge the card");
});

test("from the start, what was done is left out, unless it is to be done again", () => {
  expect(fates(retryOutlook(retrying, { from: "start", again: false }))).toBe(
    "charge: left-out, tell: same-key, file: to-do",
  );
  expect(fates(retryOutlook(retrying, { from: "start", again: true }))).toBe("charge: twice, tell: twice, file: to-do");
});

test("what was changed in the drawing is gone through anew, and what was taken away is gone", () => {
  const after = Graph.parse({
    nodes: before.nodes
      .filter(({ id }) => id !== "file")
      .map((node) => (node.id === "charge" ? { ...node, config: { url: "x" } } : node)),
    edges: before.edges.filter(({ to }) => to !== "file"),
  });
  expect(fates(retryOutlook({ ...retrying, after }, { from: "failed", again: false }))).toBe(
    "charge: left-out, tell: same-key",
  );
});
