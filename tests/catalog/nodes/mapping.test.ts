import { expect, test } from "vitest";
import { createFill } from "@/lib/catalog/nodes/fill";
import { filledMapping, filledMappingTexts, filledTexts } from "@/lib/catalog/nodes/mapping";
import { parseJson } from "@/lib/domain/json/parse-json";
import { writeJson } from "@/lib/domain/json/write-json";

const parsed = parseJson('{"price":1.10,"tags":["a",2,""],"open":true,"who":"Ann","__proto__":1}');
const fill = createFill({ trigger: { body: parsed.ok ? parsed.value : null }, steps: {} });
const mapping = [
  { name: "Price", value: "{{ trigger.body.price }}" },
  { name: "Open", value: "{{ trigger.body.open }}" },
  { name: "Who", value: "{{ trigger.body.who }}!" },
  { name: "None", value: "{{ trigger.body.none }}" },
];

test("values keep their type and their digits, and what is missing is left out of JSON", () => {
  expect(writeJson(filledMapping(mapping, fill))).toBe('{"Price":1.10,"Open":true,"Who":"Ann!"}');
});

test("as texts they are written as they stand in the data", () => {
  expect(filledMappingTexts(mapping, fill)).toEqual({ Price: "1.10", Open: "true", Who: "Ann!", None: "" });
});

test("a list stands for all that is in it, and what comes to nothing is left out", () => {
  const texts = ["{{ trigger.body.tags }}", "from-{{ trigger.body.who }}", "{{ trigger.body.none }}", " "];
  expect(filledTexts(texts, fill)).toEqual(["a", "2", "from-Ann"]);
});

test("a name that JavaScript has a use for is a name like any other", () => {
  expect(writeJson(filledMapping([{ name: "__proto__", value: "x" }], fill))).toBe('{"__proto__":"x"}');
});
