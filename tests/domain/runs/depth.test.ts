import { expect, test } from "vitest";
import { depthOf } from "@/lib/domain/runs/depth";

test.each([
  [[], 0],
  [["3"], 3],
  [["0"], 0],
  [["2", "7"], 7],
  [["", "x", "-1", "1.5", "1e3", " 4", "9999999"], 0],
])("%j is a depth of %i", (values, depth) => {
  const others = [{ name: "x-other", value: "5" }];
  const headers = values.map((value, n) => ({ name: n % 2 ? "doorbell-depth" : "Doorbell-Depth", value }));
  expect(depthOf([...others, ...headers])).toBe(depth);
});
