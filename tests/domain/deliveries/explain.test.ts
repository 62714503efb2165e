import { expect, test } from "vitest";
import type { Check, Delivery } from "@/lib/domain/deliveries/delivery";
import { explainDelivery, shortReason } from "@/lib/domain/deliveries/explain";
import { newId } from "@/lib/domain/ids";
import type { RunStatus } from "@/lib/domain/runs/run";

type Explained = Parameters<typeof explainDelivery>[0];

function rejected(reason: string, failed?: Partial<Check>): Explained {
  const checks = failed
    ? [
        { name: "method", ok: true },
        { name: "x", ok: false, ...failed },
      ]
    : [];
  return { verdict: "rejected", reason, checks, runs: [] };
}

function accepted(...statuses: RunStatus[]): Explained {
  const runs: Delivery["runs"] = statuses.map((status, index) => ({
    id: newId("run"),
    workflowId: newId("workflow"),
    workflowName: `Flow ${index + 1}`,
    status,
  }));
  return { verdict: "accepted", reason: null, checks: [], runs };
}

const REASONS = [
  "unknown_endpoint",
  "endpoint_disabled",
  "https_required",
  "method_not_allowed",
  "address_not_allowed",
  "rate_limited",
  "too_large",
  "unsupported_type",
  "not_verified",
  "malformed_body",
  "schema_mismatch",
  "unavailable",
];

test.each(REASONS)(
  "%s is explained in a sentence of its own, with a hint, even when the failed check is not known",
  (reason) => {
    const { headline, hint } = explainDelivery(rejected(reason));
    expect(headline).toMatch(/^Refused: .+\.$/);
    expect(hint).not.toBe("");
    expect(shortReason(reason)).not.toBe("Refused");
    expect(REASONS.filter((other) => explainDelivery(rejected(other)).headline === headline)).toEqual([reason]);
  },
);

test("a refusal names what was expected and what came", () => {
  const method = explainDelivery(rejected("method_not_allowed", { expected: "POST, PUT", actual: "GET" }));
  expect(method.headline).toBe("Refused: the method GET is not allowed.");
  expect(method.hint).toContain("POST, PUT");
  const body = explainDelivery(
    rejected("malformed_body", { actual: "This is not valid JSON: look at line 1, character 9." }),
  );
  expect(body.hint).toContain("line 1, character 9");
});

test("an unknown reason still shows what the failed check saw", () => {
  expect(explainDelivery(rejected("brand_new", { actual: "It rained." }))).toEqual({
    headline: "Refused.",
    hint: "It rained.",
  });
});

test.each([
  [accepted(), "Accepted, but no workflow listens to this endpoint."],
  [accepted("done"), "Accepted, and one workflow has run."],
  [accepted("done", "filtered"), "Accepted, and one workflow has run."],
  [accepted("done", "done"), "Accepted, and 2 workflows have run."],
  [accepted("queued"), "Accepted: one workflow is at it."],
  [accepted("waiting", "done"), "Accepted: 2 workflows are at it."],
  [accepted("filtered"), "Accepted, but “Flow 1” did not want it."],
  [accepted("filtered", "filtered"), "Accepted, but none of 2 workflows wanted it."],
  [accepted("done", "failed"), "Accepted, but “Flow 2” failed."],
  [accepted("failed", "failed"), "Accepted, but 2 runs failed."],
  [accepted("cancelled"), "Accepted, but a run was cancelled."],
])("an accepted delivery says what its runs came to: %#", (delivery, headline) => {
  expect(explainDelivery(delivery).headline).toBe(headline);
});

test.each(["handshake", "duplicate", "held"] as const)("a %s delivery says what that means", (verdict) => {
  const { headline, hint } = explainDelivery({ verdict, reason: null, checks: [], runs: [] });
  expect(headline.toLowerCase()).toContain(verdict);
  expect(hint).not.toBe("");
});
