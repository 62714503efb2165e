import { expect, test } from "vitest";
import { graphProblems } from "@/lib/catalog/graph-problems";
import { filter } from "@/lib/catalog/nodes/logic/filter";
import { forEach } from "@/lib/catalog/nodes/logic/for-each";
import { webhook } from "@/lib/catalog/nodes/triggers/webhook";
import { Graph } from "@/lib/domain/workflow/graph";

const ring = { id: "ring", type: "webhook", config: webhook.sample };
const only = { id: "only", type: "filter", name: "Only urgent", config: filter.sample };
const problemsOf = (nodes: object[], edges: object[] = []) =>
  graphProblems(Graph.parse({ nodes, edges })).map(({ message }) => message);

test("a finished drawing has none", () => {
  expect(problemsOf([ring, only], [{ from: "ring", port: "out", to: "only" }])).toEqual([]);
});

const ringsOnly = { from: "ring", port: "out", to: "only" };

test.each([
  {
    when: "nothing starts it",
    nodes: [],
    edges: [],
    says: "Nothing starts this workflow yet. Add a trigger: a webhook, a schedule, a start by hand, or another workflow's failure.",
  },
  {
    when: "nothing leads to a node",
    nodes: [ring, only],
    edges: [],
    says: "Nothing leads to “Only urgent”. Connect it.",
  },
  { when: "a node is not set up", nodes: [{ ...ring, config: {} }], edges: [], says: "Choose an endpoint." },
  {
    when: "a node's type is not known",
    nodes: [ring, { id: "x", type: "teleport" }],
    edges: [{ ...ringsOnly, to: "x" }],
    says: "This version of Doorbell does not know “teleport”.",
  },
  {
    when: "a port does not exist",
    nodes: [ring, only],
    edges: [{ ...ringsOnly, port: "sideways" }],
    says: "“ring” has no way out called “sideways”.",
  },
  {
    when: "something leads to a trigger",
    nodes: [ring, { ...ring, id: "two" }],
    edges: [{ ...ringsOnly, to: "two" }],
    says: "“two” starts the workflow, so nothing can lead to it.",
  },
  {
    when: "it goes round in a circle",
    nodes: [ring, only],
    edges: [ringsOnly, { from: "only", port: "pass", to: "only" }],
    says: "“Only urgent” would lead back to itself.",
  },
])("a drawing has a problem when $when", ({ nodes, edges, says }) => {
  expect(problemsOf(nodes, edges)).toContain(says);
});

const each = { id: "each", type: "for-each", name: "Each", config: forEach.sample };
const step = (id: string) => ({ ...only, id, name: id });

test("a loop whose steps nothing else leads to has no problem, nor has one within another", () => {
  const nodes = [ring, each, step("a"), { ...each, id: "inner" }, step("b"), step("c"), step("d")];
  const edges = [
    { from: "ring", port: "out", to: "each" },
    { from: "each", port: "item", to: "a" },
    { from: "a", port: "pass", to: "inner" },
    { from: "inner", port: "item", to: "b" },
    { from: "inner", port: "done", to: "c" },
    { from: "each", port: "done", to: "d" },
  ];
  expect(problemsOf(nodes, edges)).toEqual([]);
});

test.each([
  {
    when: "a step of it can be reached from outside",
    edges: [
      { from: "ring", port: "out", to: "a" },
      { from: "each", port: "item", to: "a" },
    ],
    says: ["“a” runs for each item of “Each”, so “ring” cannot lead to it."],
  },
  {
    when: "it leads out of itself",
    edges: [
      { from: "each", port: "item", to: "a" },
      { from: "a", port: "pass", to: "b" },
      { from: "each", port: "done", to: "b" },
    ],
    says: ["“b” runs for each item of “Each”, so “Each” cannot lead to it."],
  },
])("a loop has a problem when $when", ({ edges, says }) => {
  const nodes = [ring, each, step("a"), step("b")];
  const found = problemsOf(nodes, [{ from: "ring", port: "out", to: "each" }, ...edges]);
  expect(found).toEqual(expect.arrayContaining(says));
});
