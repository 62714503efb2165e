import { FunctionExpressionType, JSONPathEnvironment, JSONPathError, type JSONValue } from "json-p3";
import { compilePattern } from "@/lib/domain/conditions/pattern";
import { counted, TooMuchWork } from "@/lib/domain/extract/counted";
import { FOUND_MAX, type Found, TOO_MANY } from "@/lib/domain/extract/found";
import { readPath } from "@/lib/domain/json/read-path";

/** What `$..id` needs on the largest body that is read, and about a second. */
const LOOKS_MAX = 500_000;
const DEPTH_MAX = 100;
const EXPRESSION_LENGTH_MAX = 2_000;
const TEXT_LENGTH_MAX = 10_000;

const environment = makeEnvironment();

/** JSONPath as RFC 9535 has it, but for patterns: they are RE2's, which take no more than linear time. */
function makeEnvironment(): JSONPathEnvironment {
  const made = new JSONPathEnvironment({ maxRecursionDepth: DEPTH_MAX });
  made.functionRegister.set(
    "match",
    patternFunction((matcher) => matcher.matches()),
  );
  made.functionRegister.set(
    "search",
    patternFunction((matcher) => matcher.find()),
  );
  return made;
}

type Matcher = ReturnType<NonNullable<ReturnType<typeof compilePattern>>["matcher"]>;

function patternFunction(holds: (matcher: Matcher) => boolean) {
  return {
    argTypes: [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType],
    returnType: FunctionExpressionType.LogicalType,
    call: (text: unknown, source: unknown): boolean => {
      if (typeof text !== "string" || typeof source !== "string") return false;
      const pattern = compilePattern(withoutLineEnds(source));
      return pattern ? holds(pattern.matcher(text.slice(0, TEXT_LENGTH_MAX))) : false;
    },
  };
}

/** In RFC 9485's patterns a dot is no line end of either kind, in RE2's it may be a carriage return. */
function withoutLineEnds(source: string): string {
  return source.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]|\./gs, (part) => (part === "." ? "[^\\n\\r]" : part));
}

/** The values that a JSONPath query finds, as they stand in the value: numbers keep their text. */
export function findByJsonPath(value: unknown, expression: string): Found {
  const complaint = jsonPathProblem(expression);
  if (complaint !== undefined) return { ok: false, message: complaint };
  const values: unknown[] = [];
  try {
    // The view is made of JSON, though its type cannot say so.
    const view = counted(value ?? null, LOOKS_MAX) as JSONValue;
    for (const { location } of environment.lazyQuery(expression.trim(), view)) {
      if (values.length === FOUND_MAX) return { ok: false, message: TOO_MANY };
      values.push(readPath(value, location));
    }
    return { ok: true, values };
  } catch (error) {
    if (error instanceof TooMuchWork)
      return { ok: false, message: "The JSONPath takes too long on data of this size." };
    if (error instanceof JSONPathError)
      return { ok: false, message: `The data is nested deeper than ${DEPTH_MAX} levels.` };
    throw error;
  }
}

/** Why an expression is no JSONPath, in a sentence; undefined when it is one. */
export function jsonPathProblem(expression: string): string | undefined {
  if (expression.length > EXPRESSION_LENGTH_MAX)
    return `The JSONPath is longer than ${EXPRESSION_LENGTH_MAX} characters.`;
  try {
    environment.compile(expression.trim());
    return undefined;
  } catch (error) {
    const at = error instanceof JSONPathError ? `look at character ${error.token.index + 1}. ` : "";
    return `This is not a JSONPath: ${at}One looks like $.items[0].id.`;
  }
}
