const event = {
  object: "event",
  api_version: "2025-09-30.clover",
  livemode: false,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
};

/** What Stripe sends, with the fields that people use; the real ones are longer. */
export const stripeSamples = [
  {
    name: "A finished checkout",
    eventType: "checkout.session.completed",
    headers: {},
    body: {
      ...event,
      id: "evt_1T7bQ2Kd8sWmXc4LpNvR5yHg",
      type: "checkout.session.completed",
      created: 1772611200,
      data: {
        object: {
          id: "cs_test_b1R7mQx2Lw9Vn4Tz6Yp8Ks3Hd5",
          object: "checkout.session",
          amount_subtotal: 4200,
          amount_total: 4998,
          currency: "eur",
          customer: "cus_U3kP9sLmQ2xT7v",
          customer_details: { email: "olga@example.com", name: "Olga Petrova", address: { country: "DE" } },
          metadata: { order: "R-1093" },
          mode: "payment",
          payment_intent: "pi_3T7bPxKd8sWmXc4L1aQzR0uV",
          payment_status: "paid",
          status: "complete",
        },
      },
    },
  },
  {
    name: "A paid invoice",
    eventType: "invoice.paid",
    headers: {},
    body: {
      ...event,
      id: "evt_1T7bR9Kd8sWmXc4LfGhJ2kLm",
      type: "invoice.paid",
      created: 1772611641,
      data: {
        object: {
          id: "in_1T7bR5Kd8sWmXc4LzXcV3bNm",
          object: "invoice",
          number: "F7A1B2C3-0014",
          amount_due: 1900,
          amount_paid: 1900,
          amount_remaining: 0,
          billing_reason: "subscription_cycle",
          currency: "eur",
          customer: "cus_U3kP9sLmQ2xT7v",
          customer_email: "olga@example.com",
          customer_name: "Olga Petrova",
          hosted_invoice_url: "https://invoice.stripe.com/i/acct_1T7/test_example",
          lines: {
            object: "list",
            data: [
              { id: "il_1T7bR5", amount: 1900, currency: "eur", description: "1 × Mooring, monthly", quantity: 1 },
            ],
            has_more: false,
          },
          status: "paid",
          total: 1900,
        },
      },
    },
  },
  {
    name: "A cancelled subscription",
    eventType: "customer.subscription.deleted",
    headers: {},
    body: {
      ...event,
      id: "evt_1T7bT4Kd8sWmXc4LqWeR6tYu",
      type: "customer.subscription.deleted",
      created: 1772612010,
      data: {
        object: {
          id: "sub_1SzQmKd8sWmXc4LaSdF9gHj",
          object: "subscription",
          customer: "cus_U3kP9sLmQ2xT7v",
          status: "canceled",
          canceled_at: 1772612008,
          ended_at: 1772612008,
          cancellation_details: { comment: null, feedback: "unused", reason: "cancellation_requested" },
          items: {
            object: "list",
            data: [{ id: "si_U3kPa1", price: { id: "price_1Sx", unit_amount: 1900, currency: "eur" }, quantity: 1 }],
          },
          metadata: {},
        },
      },
    },
  },
];
