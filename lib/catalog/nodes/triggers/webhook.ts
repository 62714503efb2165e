import { z } from "zod";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { field } from "@/lib/domain/forms/field";
import { idSchema } from "@/lib/domain/ids";

const Config = z.strictObject({
  endpointId: field(idSchema("endpoint", "Choose an endpoint."), {
    label: "Endpoint",
    widget: "endpoint",
    help: "Whose address, when rung, starts this workflow.",
  }),
  eventTypes: field(z.array(z.string().trim().min(1).max(100)).max(50).default([]), {
    label: "Only for these events",
    widget: "event-types",
    help: "Leave empty to start on every event. A * stands for a part: ticket.* takes ticket.created and ticket.closed.",
    placeholder: "push, pull_request.*",
  }),
});

export const webhook = defineNode({
  type: "webhook",
  name: "Webhook",
  summary: "Starts when somebody rings an endpoint.",
  kind: "trigger",
  icon: "bell-ring",
  config: Config,
  sample: { endpointId: "end_01980000000070008000000000000000", eventTypes: ["ticket.*"] },
  ports: [{ id: "out", name: "Then" }],
  describe: ({ eventTypes }) =>
    eventTypes.length ? `When ${eventTypes.join(" or ")} arrives` : "When anything arrives",
  input: () => null,
  plan: (_, { scope }) => ({ kind: "leave", port: "out", output: scope.trigger }),
});

/** What a webhook node listens to; undefined while it is not set up. */
export function readWebhookConfig(config: unknown): z.output<typeof Config> | undefined {
  return Config.safeParse(config).data;
}
