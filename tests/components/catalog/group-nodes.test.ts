import { expect, test } from "vitest";
import { z } from "zod";
import { findNodes, groupAnchor, groupNodes } from "@/components/catalog/group-nodes";
import { defineNode } from "@/lib/catalog/nodes/define-node";

const step = (name: string, group: string, summary = "") =>
  defineNode({
    type: name.toLowerCase(),
    name,
    summary,
    group,
    kind: "logic",
    icon: "box",
    config: z.strictObject({}),
    sample: {},
    ports: [],
    describe: () => name,
    plan: () => ({ kind: "leave", port: null, output: null }),
  });

const nodes = [
  step("Webhook", "Triggers"),
  step("Slack message", "Messages", "Posts to a channel."),
  step("Message queue", "Cloud"),
  step("E-mail", "Messages", "Sends a message by SMTP."),
];
const named = (list: readonly { name: string }[]) => list.map(({ name }) => name);

test("groups, and kinds within them, are in the order of the catalog", () => {
  expect(groupNodes(nodes).map(({ title, nodes: members }) => [title, named(members)])).toEqual([
    ["Triggers", ["Webhook"]],
    ["Messages", ["Slack message", "E-mail"]],
    ["Cloud", ["Message queue"]],
  ]);
});

test("whose name begins with it comes first, then whose name has it, then who tells of it", () => {
  expect(named(findNodes(nodes, "mess"))).toEqual(["Message queue", "Slack message", "E-mail"]);
  expect(named(findNodes(nodes, "channel slack"))).toEqual(["Slack message"]);
  expect(named(findNodes(nodes, "cloud"))).toEqual(["Message queue"]);
  expect(findNodes(nodes, "pigeon")).toEqual([]);
});

test("a group can be jumped to", () => {
  expect(groupAnchor("Sheets & databases")).toBe("group-sheets-databases");
});
