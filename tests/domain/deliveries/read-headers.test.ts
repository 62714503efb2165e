import { expect, test } from "vitest";
import { groupHeaders, hideCredentials } from "@/lib/domain/deliveries/read-headers";

test("headers are grouped by their name in lower case, in the order they came", () => {
  const headers = [
    { name: "X-A", value: "1" },
    { name: "B", value: "2" },
    { name: "x-a", value: "3" },
  ];
  expect({ ...groupHeaders(headers) }).toEqual({ "x-a": ["1", "3"], b: ["2"] });
});

test.each(["Authorization", "COOKIE", "x-api-key", "X-Gitlab-Token", "X-Shown-Here"])("%s is hidden", (name) => {
  expect(hideCredentials([{ name, value: "s3cret" }], new Set(["x-shown-here"]))).toEqual([{ name, value: "••••" }]);
});

test("a signature is no credential", () => {
  const headers = [{ name: "X-Hub-Signature-256", value: "sha256=00" }];
  expect(hideCredentials(headers)).toEqual(headers);
});
