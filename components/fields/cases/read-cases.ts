import { readCondition } from "@/components/fields/condition-list";
import { asList, asRecord, asText } from "@/components/fields/field-props";
import type { Condition } from "@/lib/domain/conditions/condition";

/** One way out of several, and when it is taken. The id stays: lines hang on it. */
export type Case = { id: string; name: string; match: "all" | "any"; conditions: Condition[] };

/** A draft may hold anything; what is no case is shown as one to fill in. */
export function readCases(value: unknown): Case[] {
  return asList(value).map((item, index) => {
    const { id, name, match, conditions } = asRecord(item);
    return {
      id: asText(id) || `case-${index + 1}`,
      name: asText(name),
      match: match === "any" ? "any" : "all",
      conditions: asList(conditions).map(readCondition),
    };
  });
}

/** A case with an id that was never used: a line of one that is gone must not lead out of it. */
export function freshCase(cases: readonly Case[], random = crypto.randomUUID()): Case {
  return {
    id: `case-${random.slice(0, 8)}`,
    name: freshName(cases),
    match: "all",
    conditions: [{ value: "", operator: "equals", expected: "" }],
  };
}

function freshName(cases: readonly Case[]): string {
  const names = new Set(cases.map(({ name }) => name));
  let number = cases.length + 1;
  while (names.has(`Case ${number}`)) number += 1;
  return `Case ${number}`;
}
