import { expect, test } from "vitest";
import { depthOf, signedDepth } from "@/lib/services/steps/depth";

const forged = signedDepth(3).replace(/^3/, "8");

test.each([
  [[], 0],
  [[signedDepth(3)], 3],
  [[signedDepth(0)], 0],
  [[signedDepth(2), signedDepth(7)], 7],
])("%j is a depth of %i", (values, depth) => {
  const others = [{ name: "x-other", value: signedDepth(5) }];
  const headers = values.map((value, n) => ({ name: n % 2 ? "doorbell-depth" : "Doorbell-Depth", value }));
  expect(depthOf([...others, ...headers])).toBe(depth);
});

test.each(["", "x", "8", "8.", forged, `${signedDepth(3)}x`, `-${signedDepth(3)}`, `0${signedDepth(3)}`])(
  "what a stranger makes up counts for nothing: %j",
  (value) => {
    expect(depthOf([{ name: "Doorbell-Depth", value }])).toBe(0);
  },
);
