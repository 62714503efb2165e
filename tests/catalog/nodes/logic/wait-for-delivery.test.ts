import { expect, test } from "vitest";
import { waitForDelivery } from "@/lib/catalog/nodes/logic/wait-for-delivery";

const endpointId = "end_01980000000070008000000000000000";
const scope = { trigger: { body: { id: 7 } }, steps: {} };

test("it says what it waits for, with the value filled in", () => {
  const config = {
    endpointId,
    path: "order.id",
    equals: "{{ trigger.body.id }}",
    timeout: { amount: 1, unit: "hours" },
  };
  expect(waitForDelivery.plan(config, scope)).toMatchObject({
    effect: {
      kind: "wait",
      awaited: { kind: "delivery", endpointId, eventTypes: [], path: "order.id", equals: "7" },
      timeoutMs: 3_600_000,
    },
  });
});

test("without a path any delivery will do; with one, the value must not be empty", () => {
  expect(waitForDelivery.plan({ endpointId }, scope)).toMatchObject({ effect: { awaited: { path: "", equals: "" } } });
  expect(waitForDelivery.plan({ endpointId, path: "a", equals: "{{ trigger.body.none }}" }, scope)).toMatchObject({
    ok: false,
    message: "What has to stand in the delivery came out empty.",
  });
  expect(waitForDelivery.problems({ endpointId, path: "a" })).toEqual([
    { field: "equals", message: "Say what has to stand there." },
  ]);
});
