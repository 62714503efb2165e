/** The conditions of a statement and their values, gathered one by one and numbered as they come. */
export type Conditions = {
  values: unknown[];
  /** Adds a condition; `?` in it stands for the value. */
  add: (condition: string, value: unknown) => void;
  /** What follows WHERE. */
  text: () => string;
};

/** Gathers the conditions of one list. Conditions are written here in the code; only values come from outside. */
export function gatherConditions(): Conditions {
  const texts: string[] = [];
  const values: unknown[] = [];
  return {
    values,
    add(condition, value) {
      values.push(value);
      texts.push(condition.replaceAll("?", `$${values.length}`));
    },
    text: () => texts.join(" AND "),
  };
}
