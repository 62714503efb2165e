import { expect, test } from "vitest";
import { countLines, newLine } from "@/components/fields/code/new-line";

const at = (text: string) => {
  const place = text.indexOf("|");
  const { text: edited, cursor } = newLine(text.replace("|", ""), place, place);
  return `${edited.slice(0, cursor)}|${edited.slice(cursor)}`;
};

test("a new line stands as far in as the one before", () => {
  expect(at("a;|")).toBe("a;\n|");
  expect(at("if (x) {\n  a;|\n}")).toBe("if (x) {\n  a;\n  |\n}");
});

test("after a bracket that opens it stands deeper", () => {
  expect(at("  return {|")).toBe("  return {\n    |");
  expect(at("call( |)")).toBe("call( \n  |)");
});

test("what is selected gives way", () => {
  expect(newLine("abc", 1, 2)).toEqual({ text: "a\nc", cursor: 2 });
});

test("lines are counted as they are numbered", () => {
  expect([countLines(""), countLines("a"), countLines("a\n")]).toEqual([1, 1, 2]);
});
