import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advance, hasBranches, inOrder, nodesInCircles, type Outcome } from "@/lib/domain/workflow/advance";
import type { Graph } from "@/lib/domain/workflow/graph";

function graphOf(nodes: string[], edges: [from: string, port: string, to: string][]): Graph {
  return {
    nodes: nodes.map((id) => ({ id, type: "x", name: "", position: { x: 0, y: 0 }, config: {} })),
    edges: edges.map(([from, port, to]) => ({ from, port, to })),
  };
}

const ids = (nodes: { id: string }[]) => nodes.map(({ id }) => id);
const left = (ports: Record<string, string | null>) =>
  new Map(Object.entries(ports).map(([id, port]) => [id, { port }]));

describe("advance", () => {
  test("a run begins with the node that was rung, not with another start", () => {
    const graph = graphOf(
      ["a", "b", "c"],
      [
        ["a", "out", "c"],
        ["b", "out", "c"],
      ],
    );
    expect(ids(advance(graph, "a", new Map()).ready)).toEqual(["a"]);
    expect(ids(advance(graph, "a", left({ a: "out" })).ready)).toEqual(["c"]);
  });

  test("a node whose only way in is dead is skipped, and so is what follows it", () => {
    const graph = graphOf(
      ["a", "b", "c"],
      [
        ["a", "pass", "b"],
        ["b", "out", "c"],
      ],
    );
    const { ready, skipped } = advance(graph, "a", left({ a: "fail" }));
    expect(ready).toEqual([]);
    expect(ids(skipped)).toEqual(["b", "c"]);
  });

  test("a join waits for every way in to be settled, and goes on when one is live", () => {
    const graph = graphOf(
      ["a", "b", "c", "d"],
      [
        ["a", "out", "b"],
        ["a", "out", "c"],
        ["b", "out", "d"],
        ["c", "out", "d"],
      ],
    );
    expect(ids(advance(graph, "a", left({ a: "out", b: "out" })).ready)).toEqual(["c"]);
    expect(ids(advance(graph, "a", left({ a: "out", b: "out", c: null })).ready)).toEqual(["d"]);
  });

  test("nodes in a circle never become ready, so that a run always ends", () => {
    const graph = graphOf(
      ["a", "b", "c"],
      [
        ["a", "out", "b"],
        ["b", "out", "c"],
        ["c", "out", "b"],
      ],
    );
    expect(advance(graph, "a", left({ a: "out" }))).toEqual({ ready: [], skipped: [] });
  });
});

test("nodes that lead back to themselves are found, and what only leads there or away is not among them", () => {
  const graph = graphOf(
    ["a", "b", "c", "d"],
    [
      ["a", "out", "b"],
      ["b", "out", "c"],
      ["c", "out", "b"],
      ["c", "out", "d"],
    ],
  );
  expect(nodesInCircles(graph)).toEqual(new Set(["b", "c"]));
});

test("a drawing has branches when a port has two lines; two ports are never taken together", () => {
  expect(
    hasBranches(
      graphOf(
        ["a", "b", "c"],
        [
          ["a", "pass", "b"],
          ["a", "fail", "c"],
        ],
      ),
    ),
  ).toBe(false);
  expect(
    hasBranches(
      graphOf(
        ["a", "b", "c"],
        [
          ["a", "out", "b"],
          ["a", "out", "c"],
        ],
      ),
    ),
  ).toBe(true);
});

const PORTS = ["out", "pass", "fail"];

/** Graphs without circles: edges lead from earlier nodes to later ones. Each node's port is drawn, too. */
const drawnRun = fc.integer({ min: 1, max: 14 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    edges: fc.array(fc.tuple(fc.nat(size - 1), fc.constantFrom(...PORTS), fc.nat(size - 1)), { maxLength: 30 }),
    ports: fc.array(fc.option(fc.constantFrom(...PORTS)), { minLength: size, maxLength: size }),
    order: fc.infiniteStream(fc.nat(1_000)),
  }),
);

/** Who is visited, by the plain meaning of the words: a node lives when an edge from a living node leads to it by the port that node took. */
function livingNodes(graph: Graph, portOf: (id: string) => string | null): Set<string> {
  const living = new Set(["n0"]);
  for (const { id } of inOrder(graph, "n0")) {
    if (graph.edges.some((edge) => edge.to === id && living.has(edge.from) && portOf(edge.from) === edge.port))
      living.add(id);
  }
  return living;
}

test("in any order of events, exactly the living nodes are visited, once each, and all others are skipped", () => {
  fc.assert(
    fc.property(drawnRun, ({ size, edges, ports, order }) => {
      const nodes = Array.from({ length: size }, (_, index) => `n${index}`);
      const graph = graphOf(
        nodes,
        edges.filter(([from, , to]) => from < to).map(([from, port, to]) => [`n${from}`, port, `n${to}`]),
      );
      const portOf = (id: string) => ports[Number(id.slice(1))] ?? null;
      const outcomes = new Map<string, Outcome>();
      const visited: string[] = [];

      for (;;) {
        const { ready } = advance(graph, "n0", outcomes);
        const next = ready[(order.next().value ?? 0) % Math.max(1, ready.length)];
        if (!next) break;
        visited.push(next.id);
        outcomes.set(next.id, { port: portOf(next.id) });
      }

      expect(new Set(visited).size).toBe(visited.length);
      expect(new Set(visited)).toEqual(livingNodes(graph, portOf));
      const reachable = inOrder(graph, "n0").map(({ id }) => id);
      expect(ids(advance(graph, "n0", outcomes).skipped).sort()).toEqual(
        reachable.filter((id) => !visited.includes(id)).sort(),
      );
    }),
    { numRuns: 2_000 },
  );
});

/** Any drawing: circles, several starts, several lines between two nodes, nodes that nothing leads to. */
const anyRun = fc.integer({ min: 1, max: 10 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    edges: fc.array(fc.tuple(fc.nat(size - 1), fc.constantFrom(...PORTS), fc.nat(size - 1)), { maxLength: 22 }),
    start: fc.nat(size - 1),
    /** A run for one item begins behind its start. */
    isBegun: fc.boolean(),
    moves: fc.array(fc.record({ which: fc.nat(100), port: fc.option(fc.constantFrom(...PORTS)) }), {
      minLength: size,
      maxLength: size,
    }),
  }),
);

type Model = { ready: string[]; skipped: string[] };

/**
 * The same by the words of the contract, and nothing else: again and again it looks at each node that can be reached, until
 * nothing changes. What a circle holds up is never settled.
 */
function modelOf({ edges }: Graph, startId: string, outcomes: ReadonlyMap<string, Outcome>): Model {
  const reached = new Set([startId]);
  const skipped = new Set<string>();
  const isSettled = (id: string) => outcomes.has(id) || skipped.has(id);
  const waysInto = (id: string) => edges.filter(({ from, to }) => to === id && reached.has(from));
  const isLive = (edge: Graph["edges"][number]) => outcomes.get(edge.from)?.port === edge.port;
  const isDead = (id: string) => {
    const ways = waysInto(id);
    return id !== startId && ways.every(({ from }) => isSettled(from)) && !ways.some(isLive);
  };
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { from, to } of edges) if (reached.has(from)) reached.add(to);
  }
  for (let before = -1; before !== skipped.size; ) {
    before = skipped.size;
    for (const id of reached) if (!isSettled(id) && isDead(id)) skipped.add(id);
  }
  const ready = [...reached].filter((id) => {
    const ways = waysInto(id);
    return !isSettled(id) && ways.every(({ from }) => isSettled(from)) && (id === startId || ways.some(isLive));
  });
  return { ready: ready.sort(), skipped: [...skipped].sort() };
}

test("at every moment of thousands of runs it says what a plain reading of its contract does", () => {
  fc.assert(
    fc.property(anyRun, ({ size, edges, start, isBegun, moves }) => {
      const graph = graphOf(
        Array.from({ length: size }, (_, index) => `n${index}`),
        // Nothing that has been published leads back to where a run has begun already.
        edges.filter(([, , to]) => !(isBegun && to === start)).map(([from, port, to]) => [`n${from}`, port, `n${to}`]),
      );
      const startId = `n${start}`;
      const outcomes = new Map<string, Outcome>(isBegun ? [[startId, { port: "out" }]] : []);
      for (const { which, port } of moves) {
        const { ready, skipped } = advance(graph, startId, outcomes);
        const found = { ready: ids(ready).sort(), skipped: ids(skipped).sort() };
        expect(found).toEqual(modelOf(graph, startId, outcomes));
        if (!hasBranches(graph)) expect(ready.length).toBeLessThanOrEqual(1);
        const next = ready[which % Math.max(1, ready.length)];
        if (next) outcomes.set(next.id, { port });
      }
    }),
    { numRuns: 5_000 },
  );
});
