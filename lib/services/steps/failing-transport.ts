import type { Transport } from "@/lib/services/steps/transport";

/** Sends nothing, and says why. */
export function failingTransport(message: string): Transport {
  return {
    logged: { method: "", url: "", headers: [], body: "" },
    destination: null,
    send: async () => ({
      status: "failed",
      end: { kind: "refused", isWorthRetrying: false },
      output: { error: message },
      response: null,
      message,
    }),
  };
}
