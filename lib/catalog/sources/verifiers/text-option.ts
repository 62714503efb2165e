import type { ProofOptions } from "@/lib/domain/signatures/verifier";

/** An endpoint's option, if it is text that says something. */
export function textOption(options: ProofOptions, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
