import { expect, test } from "vitest";
import { connectionIdsIn, connectionProblems } from "@/lib/catalog/connection-problems";
import { newId } from "@/lib/domain/ids";
import type { Graph } from "@/lib/domain/workflow/graph";

const id = newId("connection");
const node = (config: object): Graph => ({
  nodes: [
    { id: "tell", type: "http-request", name: "Tell", position: { x: 0, y: 0 }, config: { ...config } },
    { id: "ring", type: "webhook", name: "", position: { x: 0, y: 0 }, config: { ...config } },
  ],
  edges: [],
});

test("a connection that is there, and of a kind that the node takes, is no problem; nor is none at all", () => {
  expect(connectionProblems(node({ connectionId: id }), [{ id, kind: "bearer" }])).toEqual([]);
  expect(connectionProblems(node({}), [])).toEqual([]);
  expect(connectionProblems(node({ connectionId: "" }), [])).toEqual([]);
});

test("one that is not there, or of another kind, is told beside the field", () => {
  expect(connectionProblems(node({ connectionId: id }), [])).toEqual([
    {
      nodeId: "tell",
      field: "connectionId",
      message: "The connection of “Tell” is not there any more. Choose another.",
    },
  ]);
  expect(connectionProblems(node({ connectionId: id }), [{ id, kind: "carrier-pigeon" }])).toMatchObject([
    { message: "“Tell” cannot use this kind of connection. Choose another." },
  ]);
});

test("the connections of a drawing are those of nodes that can use one", () => {
  expect(connectionIdsIn(node({ connectionId: id }))).toEqual([id]);
  expect(connectionIdsIn(node({}))).toEqual([]);
});
