import { type Context, defaultOperators, type Liquid } from "liquidjs";
import { compareNumber, isLosslessNumber } from "lossless-json";
import { numberText } from "@/lib/domain/json/number-text";

type Operators = typeof defaultOperators;

const COMPARISONS: Record<string, (sign: number) => boolean> = {
  "==": (sign) => sign === 0,
  "!=": (sign) => sign !== 0,
  ">": (sign) => sign > 0,
  "<": (sign) => sign < 0,
  ">=": (sign) => sign >= 0,
  "<=": (sign) => sign <= 0,
};

/** Liquid's operators, which compare numbers that kept their text to the last digit. */
export const exactOperators: Operators = {
  ...defaultOperators,
  ...Object.fromEntries(
    Object.entries(COMPARISONS).map(([operator, holds]) => [
      operator,
      (left: unknown, right: unknown, context: Context) => {
        const sign = exactSign(left, right);
        return sign === undefined ? (defaultOperators[operator]?.(left, right, context) ?? false) : holds(sign);
      },
    ]),
  ),
};

function exactSign(left: unknown, right: unknown): number | undefined {
  if (!isLosslessNumber(left) && !isLosslessNumber(right)) return undefined;
  const [first, second] = [left, right].map((side) => (typeof side === "string" ? undefined : numberText(side)));
  return first === undefined || second === undefined ? undefined : compareNumber(first, second);
}

const MATH = ["abs", "at_least", "at_most", "ceil", "divided_by", "floor", "minus", "modulo", "plus", "round", "times"];

/** Lets Liquid's math reckon with such numbers, as closely as JavaScript can. */
export function approximateMath(engine: Liquid): void {
  for (const name of MATH) {
    const builtIn = engine.filters[name];
    if (typeof builtIn !== "function") continue;
    engine.registerFilter(name, function (...values) {
      const [value, ...others] = values.map((each) => (isLosslessNumber(each) ? Number(each.value) : each));
      return builtIn.call(this, value, ...others);
    });
  }
}
