import { z } from "zod";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { Duration, durationMs, durationWords } from "@/lib/domain/forms/duration";
import { field } from "@/lib/domain/forms/field";
import { idSchema } from "@/lib/domain/ids";

export const waitForDelivery = defineNode({
  type: "wait-for-delivery",
  name: "Wait for a delivery",
  summary: "Goes on when somebody rings again: a payment for an order, an answer to a question.",
  kind: "logic",
  icon: "mailbox",
  config: z.strictObject({
    endpointId: field(idSchema("endpoint", "Choose an endpoint."), {
      label: "Endpoint",
      widget: "endpoint",
      help: "Where the delivery has to arrive. It counts from the moment this step begins.",
    }),
    eventTypes: field(z.array(z.string().trim().min(1).max(100)).max(50).default([]), {
      label: "Only these events",
      widget: "event-types",
      help: "Leave empty to take any event. A * stands for a part: payment.* takes payment.paid and payment.failed.",
      placeholder: "payment.paid",
    }),
    path: field(z.string().trim().max(500).default(""), {
      label: "Where its body says what it is about",
      widget: "text",
      placeholder: "data.order_id",
      help: "A path within its body. Leave empty to take the first delivery that comes.",
    }),
    equals: field(z.string().max(8_000).default(""), {
      label: "What has to stand there",
      widget: "template",
      placeholder: "{{ trigger.body.id }}",
    }),
    timeout: field(Duration.default({ amount: 1, unit: "days" }), {
      label: "Wait at most",
      widget: "duration",
      help: "After that it goes on by “Nothing came”.",
    }),
  }),
  sample: {
    endpointId: "end_01980000000070008000000000000000",
    eventTypes: ["payment.paid"],
    path: "data.order_id",
    equals: "{{ trigger.body.data.ticket_id }}",
    timeout: { amount: 2, unit: "hours" },
  },
  ports: [
    { id: "out", name: "It came" },
    { id: "timeout", name: "Nothing came" },
  ],
  describe: ({ eventTypes, timeout }) => {
    const awaited = eventTypes.length > 0 ? eventTypes.join(" or ") : "a delivery";
    return `Waits up to ${durationWords(timeout)} for ${awaited}`.slice(0, 100);
  },
  check: ({ path, equals }) =>
    path !== "" && equals.trim() === "" ? [{ field: "equals", message: "Say what has to stand there." }] : [],
  outputExample: {
    deliveryId: "dlv_01980000000070008000000000000000",
    body: { data: { order_id: "A-17" } },
    eventType: "payment.paid",
  },
  plan: ({ endpointId, eventTypes, path, equals, timeout }, { fill }) => ({
    kind: "wait",
    awaited: {
      kind: "delivery",
      endpointId,
      eventTypes,
      path,
      equals: path === "" ? "" : fill.needed(equals, "What has to stand in the delivery came out empty."),
    },
    timeoutMs: durationMs(timeout),
  }),
});
