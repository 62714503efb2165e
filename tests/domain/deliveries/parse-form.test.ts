import { expect, test } from "vitest";
import { gatherFields, parseForm } from "@/lib/domain/deliveries/parse-form";

test.each([
  ["a=1&b=2&b=3&b=4", { a: "1", b: ["2", "3", "4"] }],
  ["a=%zz&b=+", { a: "%zz", b: " " }],
  ["", {}],
  ["__proto__=1&a=2", { a: "2" }],
  ['payload={"a":1.10}', { a: expect.objectContaining({ value: "1.10" }) }],
  ['payload={"a":1}&b=2', { payload: '{"a":1}', b: "2" }],
  ["payload={", { payload: "{" }],
  ["payload=1&payload=2", { payload: ["1", "2"] }],
])("%s", (text, value) => {
  expect(parseForm(text)).toEqual(value);
});

test("a form ends after 10,000 fields, however often one name comes", () => {
  expect(parseForm("a=1&".repeat(200_000))).toEqual({ a: expect.objectContaining({ length: 10_000 }) });
});

test("a value that is a list stays one value", () => {
  expect(Object.fromEntries(gatherFields([["a", [1]]]))).toEqual({ a: [1] });
  expect(
    Object.fromEntries(
      gatherFields([
        ["a", [1]],
        ["a", null],
      ]),
    ),
  ).toEqual({ a: [[1], null] });
});
