import type { SigningSecret } from "@/lib/domain/endpoints/endpoint";

/** A signing secret with what is known of its use. Whatever is missing is not told of. */
export type SecretView = SigningSecret & {
  createdBy?: string | null;
  lastUsedAt?: string | null;
  /** How many of the last proven deliveries it proved. */
  uses?: number;
  /** The same as a part of them, from 0 to 1. */
  share?: number;
  /** How many deliveries others have proved since it was last used. */
  deliveriesSince?: number;
  safeToRevoke?: boolean;
  rotationDue?: boolean;
};

/** What the use of a secret means for whoever wants to end it. */
export type UseTold = { tone: "good" | "quiet"; sentence: string };

/** Says how much a secret is in use, and whether it can go. Undefined where nothing is known, or it has ended. */
export function tellUse(secret: SecretView, nowMs: number): UseTold | undefined {
  const { status, share, uses, lastUsedAt, deliveriesSince, safeToRevoke, createdAt } = secret;
  if (status === "revoked" || share === undefined) return undefined;
  const since = `${spanText(nowMs - Date.parse(lastUsedAt ?? createdAt))} and ${countOf(deliveriesSince ?? 0, "delivery", "deliveries")}`;
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
function wholeOf(share: number, uses: number | undefined): string {
  const whole = uses === undefined ? 200 : Math.round(uses / share);
  return countOf(whole, "delivery", "deliveries");
}

function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
