import { expect, test } from "vitest";
import { decodableTarget } from "@/lib/platform/decodable-target";

test.each([
  ["/a%20b?c=%zz", "/a%20b?c=%zz"],
  ["/%zz/%20?a?b", "/%25zz/%2520?a?b"],
  ["/%ff", "/%25ff"],
  ["/", "/"],
])("“%s” is read as %s", (target, readable) => {
  expect(decodableTarget(target)).toBe(readable);
});
