import { describe, expect, test } from "vitest";
import { compileExpression, type ExpressionScope } from "@/lib/engine/protocol/compile-expression";

const scope: ExpressionScope = {
  event: { name: "order", data: { id: "a", amount: 150, isPaid: true, note: null, user: { id: 7 } } },
  async: { data: { id: "a", amount: 9, user: { id: 7 } } },
};

function evaluate(source: string): unknown {
  const compiled = compileExpression(source);
  if (!compiled.ok) throw new Error(compiled.message);
  return compiled.expression.evaluate(scope);
}

describe("an expression", () => {
  test.for([
    ["event.data.amount > 100", true],
    ["event.data.amount <= 100", false],
    ["event.name == 'order'", true],
    ['event.name != "order"', false],
    ["event.data.isPaid == true && event.data.note == null", true],
    ["event.data.id == async.data.id", true],
    ["event.data.user.id == async.data.user.id", true],
    ["async.data.amount > 10 || event.data.amount >= 150", true],
    ["(async.data.amount > 10 || event.data.isPaid == true) && event.data.id == 'b'", false],
    ["event.data.amount == -1.5", false],
    ["event.data.amount < 'text'", false],
    ["event.data.id", "a"],
  ])("%s is %s", ([source, expected]) => {
    expect(evaluate(String(source))).toBe(expected);
  });

  test("a comparison with something absent is false, whatever it is", () => {
    for (const operator of ["==", "!=", "<", ">="]) expect(evaluate(`event.data.absent ${operator} 1`)).toBe(false);
    expect(evaluate("event.data.absent == async.data.absent")).toBe(false);
    expect(evaluate("event.data.toString == async.data.toString")).toBe(false);
  });

  test("what must match in both events is known, so that waits can be found by it", () => {
    const compiled = compileExpression("async.data.size > 5 && async.data.user.id == event.data.owner");
    expect(compiled).toMatchObject({
      ok: true,
      expression: { match: { eventPath: "data.owner", asyncPath: "data.user.id" } },
    });
    const either = compileExpression("event.data.id == async.data.id || async.data.force == true");
    expect(either.ok && either.expression.match).toBe(undefined);
  });

  test.for([
    "",
    "event.data.id ==",
    "size(event.data.id) > 1",
    "event.data['id'] == 1",
    "user.id == 1",
    "a b",
    "(1 == 1",
    "event",
  ])("%j is refused in a sentence", (source) => {
    const compiled = compileExpression(source);
    expect(compiled).toMatchObject({ ok: false, message: expect.stringContaining("does not understand") });
  });
});
