/** What an expression is asked about: the event that began the run and, where one is awaited, the one that arrives. */
export type ExpressionScope = { event: unknown; async?: unknown };

export type Expression = {
  source: string;
  evaluate: (scope: ExpressionScope) => unknown;
  /** Places that must hold equal values for the whole to be true: waits are looked up by them. */
  match?: { eventPath: string; asyncPath: string };
};

export type Compiled = { ok: true; expression: Expression } | { ok: false; message: string };

/**
 * The part of CEL that our functions use: paths of `event` and `async`, text, numbers, `true`, `false`, `null`,
 * comparisons, `&&`, `||` and parentheses. A comparison with something absent is false. The rest is refused.
 */
export function compileExpression(source: string): Compiled {
  try {
    const tokens = tokenize(source);
    const { evaluate, match } = parseOr(tokens);
    if (tokens.peek() !== undefined) throw new UnsupportedError(tokens.peek());
    return { ok: true, expression: { source, evaluate, ...(match && { match }) } };
  } catch (error) {
    if (!(error instanceof UnsupportedError)) throw error;
    const message = `The embedded engine does not understand the expression “${source}” (at ${error.message}).`;
    return { ok: false, message };
  }
}

class UnsupportedError extends Error {
  constructor(at: string | undefined) {
    super(at === undefined ? "its end" : `“${at}”`);
  }
}

type Term = {
  evaluate: (scope: ExpressionScope) => unknown;
  match?: Expression["match"];
  path?: string[];
};

/** The value at a dotted path such as `data.user.id`. */
export function valueAt(root: unknown, path: string): unknown {
  return readPath(root, path.split("."));
}

type Tokens = { peek: () => string | undefined; take: () => string | undefined };

const TOKEN = /\s*(&&|\|\||[=!<>]=|[<>()]|'[^'\\]*'|"[^"\\]*"|-?\d+(?:\.\d+)?|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*/y;

function tokenize(source: string): Tokens {
  const tokens: string[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < source.length) {
    const start = pattern.lastIndex;
    const [, token] = pattern.exec(source) ?? [];
    if (token === undefined) throw new UnsupportedError(source.slice(start));
    tokens.push(token);
  }
  let next = 0;
  return { peek: () => tokens[next], take: () => tokens[next++] };
}

function parseOr(tokens: Tokens): Term {
  let left = parseAnd(tokens);
  while (tokens.peek() === "||") {
    tokens.take();
    const [first, second] = [left, parseAnd(tokens)];
    left = { evaluate: (scope) => first.evaluate(scope) === true || second.evaluate(scope) === true };
  }
  return left;
}

function parseAnd(tokens: Tokens): Term {
  let left = parseComparison(tokens);
  while (tokens.peek() === "&&") {
    tokens.take();
    const [first, second] = [left, parseComparison(tokens)];
    const match = first.match ?? second.match;
    left = {
      evaluate: (scope) => first.evaluate(scope) === true && second.evaluate(scope) === true,
      ...(match && { match }),
    };
  }
  return left;
}

function parseComparison(tokens: Tokens): Term {
  const left = parseOperand(tokens);
  const compare = COMPARISONS[tokens.peek() ?? ""];
  if (!compare) return left;
  const operator = tokens.take();
  const right = parseOperand(tokens);
  const match = operator === "==" ? matchOf(left, right) : undefined;
  return {
    evaluate: (scope) => {
      const [first, second] = [left.evaluate(scope), right.evaluate(scope)];
      return first !== undefined && second !== undefined && compare(first, second);
    },
    ...(match && { match }),
  };
}

const COMPARISONS: Record<string, (left: unknown, right: unknown) => boolean> = {
  "==": isEqual,
  "!=": (left, right) => !isEqual(left, right),
  "<": (left, right) => order(left, right) < 0,
  "<=": (left, right) => order(left, right) <= 0,
  ">": (left, right) => order(left, right) > 0,
  ">=": (left, right) => order(left, right) >= 0,
};

function isEqual(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

/** Not a number, and so neither less nor more, unless both are numbers or both are text. */
function order(left: unknown, right: unknown): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : Number(left > right);
  return Number.NaN;
}

function matchOf(left: Term, right: Term): Expression["match"] {
  const [ours, theirs] = left.path?.[0] === "event" ? [left, right] : [right, left];
  if (ours.path?.[0] !== "event" || theirs.path?.[0] !== "async") return undefined;
  return { eventPath: ours.path.slice(1).join("."), asyncPath: theirs.path.slice(1).join(".") };
}

function parseOperand(tokens: Tokens): Term {
  const token = tokens.take();
  if (token === undefined) throw new UnsupportedError(undefined);
  if (token === "(") {
    const inner = parseOr(tokens);
    if (tokens.take() !== ")") throw new UnsupportedError(token);
    return inner;
  }
  const literal = literalOf(token);
  if (literal !== undefined) return { evaluate: () => literal };
  const path = token.split(".");
  if (path.length < 2 || (path[0] !== "event" && path[0] !== "async")) throw new UnsupportedError(token);
  return { path, evaluate: (scope) => readPath(scope, path) };
}

function literalOf(token: string): string | number | boolean | null | undefined {
  if (/^['"]/.test(token)) return token.slice(1, -1);
  if (/^-?\d/.test(token)) return Number(token);
  if (token === "true" || token === "false") return token === "true";
  return token === "null" ? null : undefined;
}

function readPath(root: unknown, path: string[]): unknown {
  let value = root;
  for (const name of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}
