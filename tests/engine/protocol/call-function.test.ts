import { expect, test } from "vitest";
import type { SdkRequest, SdkResponse } from "@/lib/engine/embedded-client";
import { callFunction } from "@/lib/engine/protocol/call-function";
import type { ClaimedJob } from "@/lib/stores/engine/claim-jobs";

const job: ClaimedJob = {
  runId: "019aa000-0000-7000-8000-000000000001",
  stepId: "step",
  kind: "call",
  isRace: false,
  attempt: 1,
  lease: "lease",
  functionId: "app-errand",
  event: JSON.stringify({ name: "errand", data: { text: "a\u0000b" }, id: "evt", ts: 1, user: {} }),
  state: { version: 2, isForced: true, pending: [], revision: 0, stack: ["a1", "b2"] },
  stepsJson: '"a1":{"data":1},"b2":null',
  stepsBytes: 12,
};

async function call(response: Partial<SdkResponse>) {
  let seen: SdkRequest | undefined;
  const answer = await callFunction(
    async (request) => {
      seen = request;
      return { status: 206, headers: {}, body: "[]", ...response };
    },
    { job, attemptsMax: 5, callId: "call" },
  );
  return { answer, request: seen };
}

test("the function is called as an Inngest server calls it", async () => {
  const { request } = await call({});
  const event = { name: "errand", data: { text: "a\u0000b" }, id: "evt", ts: 1, user: {} };
  expect(request).toMatchObject({ method: "POST", functionId: "app-errand", stepId: "step" });
  expect(JSON.parse(request?.body ?? "")).toEqual({
    version: 2,
    event,
    events: [event],
    steps: { a1: { data: 1 }, b2: null },
    defers: {},
    use_api: false,
    ctx: {
      run_id: job.runId,
      attempt: 1,
      max_attempts: 5,
      disable_immediate_execution: true,
      use_api: false,
      env: "",
      step_id: "step",
      fn_id: "app-errand",
      qi_id: "call",
      stack: { stack: ["a1", "b2"], current: 2 },
    },
  });
});

test("206 is what the function asks for, with the version that it speaks", async () => {
  const sleep = { op: "Sleep", id: "c3", name: "1s", opts: {}, userland: { id: "nap" }, data: null };
  const { answer } = await call({ body: JSON.stringify([sleep]), headers: { "x-inngest-req-version": "1" } });
  expect(answer).toMatchObject({ kind: "operations", version: 1, operations: [{ op: "Sleep", id: "c3", name: "1s" }] });
});

test("200 is the result", async () => {
  expect((await call({ status: 200, body: '{"a":1}' })).answer).toEqual({ kind: "result", output: { a: 1 } });
});

test("any other status is an error, to be tried again unless it says not to", async () => {
  const later = await call({ status: 500, body: '{"name":"Error"}', headers: { "retry-after": "3" } });
  expect(later.answer).toMatchObject({ kind: "error", retry: { isFinal: false, afterMs: 3_000 } });
  const never = await call({ status: 400, body: "null", headers: { "x-inngest-no-retry": "true" } });
  expect(never.answer).toMatchObject({ kind: "error", retry: { isFinal: true } });
});

test("a handler that throws, or answers what is not JSON, has failed an attempt", async () => {
  const { answer } = await call({ status: 200, body: "<html>" });
  expect(answer).toMatchObject({ kind: "error", retry: { isFinal: false } });
});
