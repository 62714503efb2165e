import { expect, test } from "vitest";
import { checkOption, findProblem } from "@/components/endpoints/options/option-problems";
import { DedupeRule } from "@/lib/domain/deliveries/dedupe-rule";

const problems = [
  { path: "options.dedupe.path", message: "Say where." },
  { path: "options.answer.headers.1.name", message: "Twice." },
  { path: "options.scheme", message: "None such." },
];

test.each([
  ["dedupe.path", "Say where."],
  ["dedupe", "Say where."],
  ["dedupe.header", undefined],
  ["answer.headers.1", "Twice."],
  ["answer.headers.1.name", "Twice."],
  ["answer.headers.10", undefined],
  ["answer.headers.0", undefined],
  ["schem", undefined],
])("what is wrong with %s is %s", (option, message) => {
  expect(findProblem(problems, option)).toBe(message);
});

test("an option is checked as the API checks it", () => {
  expect(checkOption("dedupe", DedupeRule, { by: "path" })).toEqual([
    { path: "options.dedupe.path", message: "Say where the id stands, such as data.id." },
  ]);
  expect(checkOption("dedupe", DedupeRule, { by: "body" })).toEqual([]);
});
