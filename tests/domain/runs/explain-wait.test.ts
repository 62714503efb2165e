import { expect, test } from "vitest";
import { newId } from "@/lib/domain/ids";
import { explainWait } from "@/lib/domain/runs/explain-wait";
import type { WaitsFor } from "@/lib/domain/runs/run";

const until = "2026-11-21T10:00:00.000Z";

function delivery(over: Partial<Extract<WaitsFor, { kind: "delivery" }>>): WaitsFor {
  const match = { eventTypes: [], path: "", equals: "" };
  return { kind: "delivery", endpointId: newId("endpoint"), endpointName: "Payments", ...match, until, ...over };
}

test("a wait for a delivery says which, and where", () => {
  expect(explainWait(delivery({}))).toBe("for a delivery at “Payments”");
  expect(explainWait(delivery({ eventTypes: ["paid", "refunded"], path: "order.id", equals: "17" }))).toBe(
    "for paid or refunded at “Payments” in which order.id is “17”",
  );
  expect(explainWait(delivery({ endpointName: "" }))).toBe("for a delivery at an endpoint that is gone");
});

test("a wait for runs counts them", () => {
  expect(explainWait({ kind: "runs", total: 1, ended: 0 })).toBe("for the run that it began");
  expect(explainWait({ kind: "runs", total: 7, ended: 2 })).toBe("for the runs that it began: 2 of 7 have ended");
});
