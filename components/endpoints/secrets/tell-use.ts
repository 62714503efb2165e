import type { SecretInUse } from "@/lib/domain/endpoints/endpoint";

/** What the use of a secret means for whoever wants to end it. */
export type UseTold = { tone: "good" | "quiet"; sentence: string };

/** Says how much a secret is in use, and whether it can go. Undefined for one that has ended. */
export function tellUse(secret: SecretInUse, nowMs: number): UseTold | undefined {
  const { status, share, uses, lastUsedAt, deliveriesSince, safeToRevoke, unusedSince } = secret;
  if (status === "revoked") return undefined;
  const since = `${spanText(nowMs - Date.parse(unusedSince))} and ${countOf(deliveriesSince, "delivery", "deliveries")}`;
  if (safeToRevoke) return { tone: "good", sentence: `Unused for ${since}: safe to revoke` };
  if (share > 0)
    return { tone: "quiet", sentence: `In use: ${percentText(share)} of the last ${wholeOf(share, uses)}` };
  if (lastUsedAt) return { tone: "quiet", sentence: `Unused for ${since}` };
  return { tone: "quiet", sentence: "Not used yet" };
}

/** “3 min”, “6 h”, “12 days”: the largest unit alone. */
export function spanText(durationMs: number): string {
  const minutes = Math.max(0, Math.floor(durationMs / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

/** “62 %”, and never 0 or 100 where that is not the whole truth. */
export function percentText(share: number): string {
  if (share <= 0) return "0 %";
  if (share >= 1) return "100 %";
  return `${Math.min(99, Math.max(1, Math.round(share * 100)))} %`;
}

/** Of how many deliveries a share is told: 200, or fewer where there are no more. */
function wholeOf(share: number, uses: number): string {
  return countOf(Math.round(uses / share), "delivery", "deliveries");
}

function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
