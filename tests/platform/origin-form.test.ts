import { expect, test } from "vitest";
import { originForm } from "@/lib/platform/origin-form";

test.each([
  ["/api/hooks/x?y=http://z/", "/api/hooks/x?y=http://z/"],
  ["http://doorbell.test/api/hooks/x?y", "/api/hooks/x?y"],
  ["HTTPS://doorbell.test:8443/a//b", "/a//b"],
  ["http://doorbell.test", "/"],
  ["http://doorbell.test?x=1", "/?x=1"],
  ["*", "/*"],
  ["", "/"],
])("“%s” asks for %s", (target, path) => {
  expect(originForm(target)).toBe(path);
});
