import { expect, test } from "vitest";
import { hideParameters } from "@/lib/domain/deliveries/hide-parameters";

const NAMES = new Set(["token", "api key"]);

test.each([
  ["", ""],
  ["a=1&b=%20&&c", "a=1&b=%20&&c"],
  ["token=s3cret", "token=••••"],
  ["a=1&token=s3cret=&b=2", "a=1&token=••••&b=2"],
  ["token=one&token=two", "token=••••&token=••••"],
  ["%74oken=s3cret", "%74oken=••••"],
  ["api+key=s3cret&api%20key=s3cret", "api+key=••••&api%20key=••••"],
  ["token", "token=••••"],
  ["Token=1&tokens=2&a=token", "Token=1&tokens=2&a=token"],
  ["%zz=1&=&token=%zz", "%zz=1&=&token=••••"],
])("%s is kept as %s", (query, kept) => {
  expect(hideParameters(query, NAMES)).toBe(kept);
});

test("without names, nothing is touched", () => {
  expect(hideParameters("token=1&&", new Set())).toBe("token=1&&");
});
