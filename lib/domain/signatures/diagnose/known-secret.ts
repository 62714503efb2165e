import type { Finding } from "@/lib/domain/signatures/diagnose/diagnosis";

/** A secret that the sender may have used. */
export type KnownSecret = {
  id: string;
  value: string;
  /** For people, as in “the secret of the endpoint “Shop””. */
  label: string;
  /** `current` is what the endpoint took when the request came; `newer` came after it; `foreign` is another endpoint's. */
  standing: "current" | "former" | "newer" | "foreign";
};

/** How a secret's use differs from what the endpoint expects: not at all for a current one. */
export function secretFindings({ label, standing }: KnownSecret): Finding[] {
  if (standing === "current") return [];
  return [{ kind: "other-secret", sentence: `The sender used ${label}.`, fix: FIXES[standing] }];
}

const FIXES = {
  former: "Give the sender the endpoint's secret of today in place of the old one.",
  newer: "Have it sent again: the endpoint knows this secret now.",
  foreign: "Give the sender this endpoint's secret, or let it ring the other endpoint's address.",
};
