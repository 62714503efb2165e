import { expect, test } from "vitest";
import { parseHookPath } from "@/lib/domain/deliveries/parse-hook-path";

test.each([
  ["/api/hooks/abc", { token: "abc", path: "", query: "" }],
  ["/api/hooks/abc/", { token: "abc", path: "/", query: "" }],
  ["/api/hooks/abc/d%2F/e?f=?&g", { token: "abc", path: "/d%2F/e", query: "f=?&g" }],
  ["/api/hooks/abc?d/e", { token: "abc", path: "", query: "d/e" }],
  ["/api/hooks/%61b%63/%61", { token: "abc", path: "/%61", query: "" }],
  ["/api/hooks/%zz", { token: "%zz", path: "", query: "" }],
  ["/api/hooks/", { token: "", path: "", query: "" }],
  ["/api/hooks", undefined],
  ["/api/other/abc", undefined],
])("%s", (target, parts) => {
  expect(parseHookPath(target)).toEqual(parts);
});
