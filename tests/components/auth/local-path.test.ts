import { expect, test } from "vitest";
import { localPath } from "@/components/auth/local-path";

test.each([
  ["/runs/run_1?tab=steps", "/runs/run_1?tab=steps"],
  ["endpoints", "/endpoints"],
  ["https://evil.example/runs", "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/.//evil.example", "/"],
  ["https://self.invalid//evil.example", "/"],
  ["javascript:alert(1)", "/"],
  [undefined, "/"],
  [["/runs", "/other"], "/"],
])("after signing in nobody is sent off this site: %j", (address, path) => {
  expect(localPath(address)).toBe(path);
});
