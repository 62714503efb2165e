import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { field } from "@/lib/domain/forms/field";

/** https://docs.stripe.com/keys#limit-access */
export const stripe = defineConnection({
  id: "stripe",
  name: "Stripe",
  summary: "Reads customers, payments and whatever else is at Stripe.",
  docsUrl: "https://docs.stripe.com/keys#limit-access",
  setup: [
    "In Stripe's dashboard, open Developers → API keys, and press Create restricted key.",
    "Give it Read, and no more, for what the steps look up, and Read for Balance, by which Doorbell tries the key.",
    "Copy the key, which begins with rk_live_, or with rk_test_ in a sandbox.",
  ],
  config: z.strictObject({
    key: field(
      z
        .string("Paste the key.")
        .trim()
        .regex(/^(rk|sk)_(live|test)_\w+$/, "A key begins with rk_live_ or rk_test_.")
        .max(500),
      { label: "Restricted key", widget: "secret", placeholder: "rk_live_…" },
    ),
  }),
  sample: { key: "rk_test_a_key" },
  test: ({ key }) => ({
    request: {
      method: "GET",
      url: "https://api.stripe.com/v1/balance",
      headers: [{ name: "authorization", value: `Bearer ${key}` }],
      body: "",
    },
  }),
});
