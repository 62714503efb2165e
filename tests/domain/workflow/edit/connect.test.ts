import { expect, test } from "vitest";
import { connect, disconnect } from "@/lib/domain/workflow/edit/connect";
import { drawing, shapeOf } from "@/tests/domain/workflow/edit/a-drawing";

test("a line from a port to a node is drawn", () => {
  const connected = connect(drawing, { from: "urgent", port: "fail", to: "tell" }, shapeOf);
  expect(connected.ok && connected.graph.edges).toHaveLength(3);
});

test.each([
  ["a second same line", { from: "ring", port: "out", to: "urgent" }, "These two are connected already."],
  ["a circle", { from: "tell", port: "out", to: "urgent" }, "“urgent” leads here already: this would be a circle."],
  ["a line to itself", { from: "tell", port: "out", to: "tell" }, "“tell” cannot lead to itself."],
  [
    "a line into a trigger",
    { from: "tell", port: "out", to: "ring" },
    "“ring” starts the workflow, so nothing can lead to it.",
  ],
  ["a port that is not there", { from: "tell", port: "pass", to: "urgent" }, "“tell” has no way out called “pass”."],
  [
    "a node that is not there",
    { from: "tell", port: "out", to: "gone" },
    "One of the two steps is not there any more.",
  ],
])("%s is refused with a sentence", (_, edge, message) => {
  expect(connect(drawing, edge, shapeOf)).toEqual({ ok: false, message });
});

test("a line can be taken away, and only that one", () => {
  expect(disconnect(drawing, { from: "ring", port: "out", to: "urgent" }).edges).toEqual([
    { from: "urgent", port: "pass", to: "tell" },
  ]);
  expect(disconnect(drawing, { from: "ring", port: "out", to: "tell" })).toBe(drawing);
});
