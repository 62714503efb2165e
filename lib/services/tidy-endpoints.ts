import { sweepTokens } from "@/lib/stores/endpoint-tokens";
import { revokeRetired } from "@/lib/stores/signing-secrets";

/** Puts on record what has ended by itself: secrets and addresses whose overlap is over. Worth doing every hour. */
export async function tidyEndpoints(nowMs = Date.now()): Promise<void> {
  await revokeRetired(new Date(nowMs));
  await sweepTokens(new Date(nowMs));
}
