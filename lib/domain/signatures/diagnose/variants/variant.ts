import type { Finding } from "@/lib/domain/signatures/diagnose/diagnosis";

/** One value for a part of what is signed, and how it differs from what the endpoint expects: not at all without findings. */
export type Variant<Value> = { value: Value; findings: Finding[] };

/** Of variants with the same name, the one that differs least; their order stays. */
export function leastDifferent<Value>(
  variants: readonly Variant<Value>[],
  nameOf: (value: Value) => string,
): Variant<Value>[] {
  const best = new Map<string, Variant<Value>>();
  for (const variant of variants) {
    const name = nameOf(variant.value);
    const known = best.get(name);
    if (!known || variant.findings.length < known.findings.length) best.set(name, variant);
  }
  return [...best.values()];
}

/** Lists of variants by how many findings they have: none, one, two, … */
export function byDifferences<Value>(variants: readonly Variant<Value>[]): Variant<Value>[][] {
  const groups: Variant<Value>[][] = [];
  for (const variant of variants) {
    while (groups.length <= variant.findings.length) groups.push([]);
    groups[variant.findings.length]?.push(variant);
  }
  return groups;
}
