import { expect, test } from "vitest";
import { newId } from "@/lib/domain/ids";
import { explainRun, explainStep } from "@/lib/domain/runs/explain";
import { receiverSays } from "@/lib/domain/runs/explain-attempt";
import type { Attempt, Run, Step } from "@/lib/domain/runs/run";
import { describeFailure } from "@/lib/platform/send-request/failure";
import { TargetRefused } from "@/lib/platform/send-request/guard/permitted-addresses";

const AT = "2026-11-21T10:00:00.000Z";
const labelOf = (nodeId: string) => (nodeId === "tell" ? "Tell the desk" : nodeId);

function attempt(over: Partial<Attempt>): Attempt {
  const request = { method: "POST", url: "https://desk.example/tickets", headers: [], body: "{}" };
  return { n: 1, status: "failed", idempotencyKey: "drb_1", startedAt: AT, durationMs: 12, request, ...over };
}

function answered(status: number, body = ""): Attempt {
  return attempt({ response: { status, headers: [], body, isBodyCut: false }, error: `It answered ${status}.` });
}

function step(attempts: Attempt[], over: Partial<Step> = {}): Step {
  return { nodeId: "tell", status: "failed", startedAt: AT, endedAt: AT, attempts, ...over };
}

function run(status: Run["status"], over: Partial<Run> = {}): Run {
  return {
    id: newId("run"),
    workflowId: newId("workflow"),
    workflowName: "Tickets",
    version: 1,
    deliveryId: newId("delivery"),
    cause: "delivery",
    retryOf: null,
    parentId: null,
    loopItem: null,
    item: null,
    replayId: null,
    nodeId: "ring",
    status,
    startedAt: AT,
    endedAt: AT,
    steps: [],
    ...over,
  };
}

function headlineOf(attempts: Attempt[]): string {
  return explainStep(step(attempts), "Tell the desk")?.headline ?? "";
}

test("answers are counted in words", () => {
  expect(headlineOf([answered(500)])).toBe("desk.example answered 500.");
  expect(headlineOf([answered(500), answered(500), answered(500)])).toBe("desk.example answered 500 three times.");
  expect(headlineOf([answered(500), answered(503)])).toBe("desk.example answered 503.");
  expect(headlineOf(Array.from({ length: 12 }, () => answered(429)))).toBe("desk.example answered 429 12 times.");
});

test.each([302, 400, 401, 403, 404, 405, 408, 409, 410, 413, 415, 422, 425, 429, 500, 503])(
  "status %i comes with advice",
  (status) => {
    expect(explainStep(step([answered(status)]), "x")?.hint).toMatch(/^[A-Z].+\.$/);
  },
);

/** What the request sender really says, by the error it met. */
function failure(code: string | null, sent = false): string {
  const error =
    code === null
      ? Object.assign(new Error("late"), { name: "TimeoutError" })
      : Object.assign(new Error(code), { code });
  return describeFailure(error, { host: "desk.example", sent, timeoutMs: 10_000 }).message;
}

test.each<[error: string, hint: RegExp]>([
  [failure("ENOTFOUND"), /DNS/],
  [failure("ECONNREFUSED"), /nothing listens/],
  [failure("EHOSTUNREACH"), /firewall/],
  [failure(null, true), /longer time limit/],
  [failure(null, false), /firewall/],
  [failure("ECONNRESET", true), /broke off/],
  [failure("CERT_HAS_EXPIRED"), /certificate/],
  ["desk.example has failed 10 times in a row; Doorbell waits before it tries again.", /now and then/],
  ["mail.example did not accept the user and the password: 535 no", /this step's connection/],
  ["db.example does not offer TLS.", /another encryption/],
  ["db.example did not accept the statement: syntax error", /own words/],
])("“%s” is shown as it is, with what to do", (error, hint) => {
  const explained = explainStep(step([attempt({ error })]), "x");
  expect(explained?.headline).toBe(error);
  expect(explained?.hint).toMatch(hint);
});

test("the same failure several times is counted", () => {
  const error = failure("ECONNREFUSED");
  expect(headlineOf([attempt({ error }), attempt({ error, n: 2 })])).toBe("desk.example refused the connection twice.");
});

test("a blocked target says how to allow it", () => {
  const error = `Blocked: ${new TargetRefused("10.0.0.7 is in a private network.").message}`;
  const request = { method: "GET", url: "http://10.0.0.7:8080/x", headers: [], body: "" };
  const explained = explainStep(step([attempt({ status: "blocked", error, request })]), "x");
  expect(explained?.headline).toBe("Blocked: 10.0.0.7 is in a private network.");
  expect(explained?.hint).toMatch(/ALLOWED_TARGETS=10\.0\.0\.7 in/);
});

test("an attempt whose answer was never seen says that it may have arrived", () => {
  const explained = explainStep(step([attempt({ status: "unknown", durationMs: null })], { status: "waiting" }), "x");
  expect(explained?.hint).toContain("may have arrived");
});

test("what was sent and not answered is told by what went wrong, and may have arrived", () => {
  const late = failure(null, true);
  const explained = explainStep(step([attempt({ status: "unknown", error: late })]), "x");
  expect(explained?.headline).toBe(late);
  expect(explained?.hint).toContain("may have done the work all the same");
  const odd = explainStep(step([attempt({ status: "unknown", error: "Something odd happened." })]), "x");
  expect(odd?.hint).toContain("may have arrived all the same");
});

test.each<[NonNullable<Step["waitsFor"]>, string]>([
  [{ kind: "time", until: AT }, "Waiting until its time comes."],
  [
    { kind: "approval", id: "wai_01980000000070008000000000000000", question: "Refund?", until: AT },
    "Waiting for a person's yes or no: “Refund?”",
  ],
  [{ kind: "runs", total: 5, ended: 3 }, "Waiting for the runs that it began: 3 of 5 have ended."],
])("a run that waits says what for: %#", (waitsFor, headline) => {
  const waiting = step([], { status: "waiting", endedAt: null, waitsFor });
  expect(explainRun(run("waiting", { steps: [waiting] }), labelOf).headline).toBe(headline);
});

test("a step that could not be planned shows the planner's sentence", () => {
  const explained = explainStep(step([], { error: "“trigger.body.id” is missing." }), "Tell the desk");
  expect(explained).toEqual({
    headline: "“Tell the desk” could not be prepared.",
    hint: "“trigger.body.id” is missing.",
  });
});

test("a step that began other runs fails with them, and was prepared all the same", () => {
  const loop = step([], { error: "2 of 3 items failed.", output: { count: 3, failed: 2 } });
  expect(explainStep(loop, "Each item")).toEqual({ headline: "“Each item” failed.", hint: "2 of 3 items failed." });
});

test("of several steps that wait, the others are named", () => {
  const waiting = (nodeId: string, waitsFor: NonNullable<Step["waitsFor"]>) =>
    step([], { nodeId, status: "waiting", endedAt: null, waitsFor });
  const steps = [
    waiting("ask", { kind: "approval", id: "wai_01980000000070008000000000000000", question: "", until: AT }),
    waiting("sleep", { kind: "time", until: AT }),
  ];
  const { headline, hint } = explainRun(run("waiting", { steps }), labelOf);
  expect(headline).toBe("Waiting for a person's yes or no.");
  expect(hint).toMatch(/“sleep” waits, too\.$/);
});

test("a failure that the drawing catches does not make the run look failed", () => {
  const { headline } = explainRun(run("done", { steps: [step([answered(404)], { port: "error" })] }), labelOf);
  expect(headline).toBe("Done, although “Tell the desk” failed: the drawing says what to do then.");
});

test.each<[Run, string]>([
  [run("queued"), "Queued: it starts in a moment."],
  [
    run("running", { steps: [step([attempt({ status: "started" })], { status: "running", endedAt: null })] }),
    "Running. “Tell the desk” is at work.",
  ],
  [
    run("waiting", { steps: [step([answered(503)], { status: "waiting", endedAt: null })] }),
    "desk.example answered 503. It is tried again.",
  ],
  [run("done"), "Done."],
  [run("cancelled"), "Cancelled: somebody stopped it."],
  [run("filtered", { error: "The workflow is paused." }), "Filtered: the workflow was paused."],
  [
    run("filtered", { error: "The workflow starts on ticket.*; this was “push”." }),
    "Filtered: the workflow starts on ticket.*; this was “push”.",
  ],
  [
    run("filtered", {
      error: "“Only urgent” did not let it pass.",
      steps: [step([], { nodeId: "urgent", status: "done", port: "fail" })],
    }),
    "Filtered: “Only urgent” did not let it pass.",
  ],
  [run("failed", { error: "Doorbell could not go on with this run." }), "Doorbell could not go on with this run."],
])("every status has its sentence: %#", (example, headline) => {
  expect(explainRun(example, labelOf).headline).toBe(headline);
});

test("the receiver's own words are found in a refusal, and not looked for in a success", () => {
  expect(receiverSays(answered(422, '{"error":{"message":"title is missing"}}'))).toBe("title is missing");
  expect(receiverSays(answered(200, '{"message":"fine"}'))).toBeUndefined();
});

test("a failed run names its step and why; of several, the first is explained and the others are named", () => {
  const others = ["a", "b", "c", "d"].map((nodeId) => step([answered(500)], { nodeId }));
  const { headline, hint } = explainRun(run("failed", { steps: [step([answered(404)]), ...others] }), labelOf);
  expect(headline).toBe("“Tell the desk” failed. desk.example answered 404.");
  expect(hint).toMatch(/“a”, “b”, “c” and 1 more failed, too\.$/);
});
