import { expect, test } from "vitest";
import { engine } from "@/lib/domain/templates/engine";

test("only tags that can neither read files nor write past a place's encoding are there", () => {
  expect(Object.keys(engine.tags).sort()).toEqual(
    ["#", "assign", "break", "capture", "case", "comment", "continue", "for", "if", "raw", "unless"].sort(),
  );
});

test("no filter evaluates text as an expression, or draws lots", () => {
  expect(Object.keys(engine.filters).filter((name) => /_exp$|sample|inspect/.test(name))).toEqual([]);
});
