import type { Refusal } from "@/lib/domain/signatures/proof";

type Window = {
  /** How far the time may be from now, either way; null for any. */
  toleranceSeconds: number | null;
  allowsFuture: boolean;
};

/** Why a right signature is refused for the time it was made at; undefined when it is not. */
export function refusalForTime(window: Window, timestampMs: number, nowMs: number): Refusal | undefined {
  const { toleranceSeconds, allowsFuture } = window;
  if (toleranceSeconds === null) return undefined;
  // Whole seconds, as the senders' own libraries count.
  const ageSeconds = Math.floor((nowMs - timestampMs) / 1_000);
  const limit = `${toleranceSeconds} seconds are allowed`;
  if (ageSeconds > toleranceSeconds) {
    const message = `The signature is right, but was made ${ageSeconds} seconds ago; ${limit}.`;
    return { ok: false, reason: "too_old", message };
  }
  if (-ageSeconds > toleranceSeconds && !allowsFuture) {
    const message = `The signature is right, but from ${-ageSeconds} seconds in the future; ${limit}.`;
    return { ok: false, reason: "too_new", message };
  }
  return undefined;
}
