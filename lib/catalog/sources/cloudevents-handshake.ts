import { echoable, type Handshake } from "@/lib/catalog/sources/handshake";
import { headerValues } from "@/lib/domain/signatures/signed-request";
import type { ProofOptions } from "@/lib/domain/signatures/verifier";

/**
 * The question of CloudEvents senders whether they may deliver here. Who may not is told by leaving the answer out.
 * https://github.com/cloudevents/spec/blob/main/cloudevents/http-webhook.md#4-abuse-protection
 */
export function cloudEventsHandshake(originsOf: (options: ProofOptions) => readonly string[]): Handshake {
  return {
    needsProof: false,
    answer({ method, headers }, { options }) {
      const [origin] = headerValues(headers, "webhook-request-origin");
      if (method !== "OPTIONS" || !echoable(origin)) return undefined;
      const allowed = originsOf(options);
      if (!allowed.includes("*") && !allowed.includes(origin.toLowerCase())) return { status: 403, ok: false };
      const [rate = ""] = headerValues(headers, "webhook-request-rate");
      return {
        status: 200,
        headers: {
          "webhook-allowed-origin": origin,
          // Our own limit stands anyway, and is told with 429.
          "webhook-allowed-rate": /^[1-9]\d{0,8}$/.test(rate) ? rate : "*",
          allow: "POST, OPTIONS",
        },
      };
    },
  };
}
