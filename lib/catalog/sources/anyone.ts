import { defineSource } from "@/lib/catalog/sources/define-source";

export const anyone = defineSource({
  id: "anyone",
  name: "Anyone",
  summary: "Whoever knows the address may ring. Nothing is checked.",
  docsUrl: null,
  color: "#6b7280",
  proof: { kind: "none" },
  secret: null,
  event: {
    type: [{ header: "x-event-type" }, { path: "event_type" }, { path: "type" }, { path: "event" }],
    // Not a bare `id`: that names a thing, which may well change twice.
    id: [{ path: "event_id" }, { header: "webhook-id" }, { header: "x-event-id" }, { header: "idempotency-key" }],
  },
  setup: [
    "Copy the address and give it to whatever should ring.",
    "Keep the address to yourself: it is the only thing that protects this endpoint.",
    "If the sender can sign its requests, choose “Signed request” instead.",
  ],
  samples: [
    {
      name: "A new ticket",
      eventType: "ticket.created",
      headers: {},
      body: {
        event_type: "ticket.created",
        event_id: "evt_8f2c41",
        data: {
          ticket_id: 4711,
          subject: "The invoice shows the wrong address",
          priority: "high",
          amount: 129.5,
          customer_email: "ines@example.com",
        },
      },
    },
    {
      name: "A finished order",
      eventType: "order.completed",
      headers: {},
      body: {
        event_type: "order.completed",
        event_id: "evt_8f2c42",
        data: {
          order_id: "A-2041",
          total: 86.4,
          currency: "EUR",
          customer: { name: "Marek Novak", email: "marek@example.com" },
          items: [
            { sku: "LAMP-01", quantity: 1, price: 59.9 },
            { sku: "BULB-E27", quantity: 2, price: 13.25 },
          ],
        },
      },
    },
  ],
});
