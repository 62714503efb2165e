import { expect, test } from "vitest";
import { retryPolicyOf } from "@/lib/catalog/nodes/index";
import { DEFAULT_RETRY_POLICY } from "@/lib/domain/runs/retry-policy";

test("a node tries as the drawing says, else as its kind does, else as usual", () => {
  const retry = { ...DEFAULT_RETRY_POLICY, attempts: 2 };
  expect(retryPolicyOf({ type: "llm-chat", retry })).toEqual(retry);
  expect(retryPolicyOf({ type: "llm-chat" })).toEqual({ ...DEFAULT_RETRY_POLICY, timeoutMs: 60_000 });
  expect(retryPolicyOf({ type: "http-request" })).toEqual(DEFAULT_RETRY_POLICY);
  expect(retryPolicyOf({ type: "unknown" })).toEqual(DEFAULT_RETRY_POLICY);
});
