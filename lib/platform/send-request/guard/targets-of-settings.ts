import { env } from "@/lib/platform/env";
import { type AllowedTargets, parseAllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";

let known: AllowedTargets | undefined;

/** The setting ALLOWED_TARGETS, read once. Throws a sentence if it cannot be read. */
export function targetsOfSettings(): AllowedTargets {
  known ??= parseAllowedTargets(env().ALLOWED_TARGETS);
  return known;
}
