import { expect, test } from "vitest";
import { headerValues } from "@/lib/domain/signatures/signed-request";

const headers = { "x-sign-1": ["a"], "x-sign-2": ["b", "c"], other: ["d"] };

test("a header's values come in their order, and none when it did not come", () => {
  expect(headerValues(headers, "x-sign-2")).toEqual(["b", "c"]);
  expect(headerValues(headers, "x-sign-3")).toEqual([]);
  expect(headerValues(headers, "constructor")).toEqual([]);
});

test("a star takes every header that begins so", () => {
  expect(headerValues(headers, "x-sign-*")).toEqual(["a", "b", "c"]);
});
