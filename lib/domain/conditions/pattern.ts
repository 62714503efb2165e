import { RE2JS } from "re2js";

const PATTERN_LENGTH_MAX = 1_000;
const TEXT_LENGTH_MAX = 100_000;
const CACHED_MAX = 200;

const cache = new Map<string, RE2JS | undefined>();

/** A member's regular expression, in RE2's dialect, which never takes more than linear time. Undefined when it is none. */
export function compilePattern(source: string): RE2JS | undefined {
  if (cache.has(source)) return cache.get(source);
  const pattern = compile(source);
  const [oldest] = cache.keys();
  if (cache.size >= CACHED_MAX && oldest !== undefined) cache.delete(oldest);
  cache.set(source, pattern);
  return pattern;
}

function compile(source: string): RE2JS | undefined {
  if (source.length > PATTERN_LENGTH_MAX) return undefined;
  try {
    return RE2JS.compile(source);
  } catch {
    // A pattern that is none is an expected end: the editor says so, and the condition does not pass.
    return undefined;
  }
}

/** Whether the pattern is found anywhere in the first 100,000 characters. */
export function isFound(source: string, text: string): boolean {
  return compilePattern(source)?.matcher(text.slice(0, TEXT_LENGTH_MAX)).find() ?? false;
}

/** Why a text is no pattern, in a sentence; undefined when it is one. */
export function patternProblem(source: string): string | undefined {
  if (source.length > PATTERN_LENGTH_MAX) return `The pattern is longer than ${PATTERN_LENGTH_MAX} characters.`;
  return compilePattern(source) ? undefined : "The pattern is not a valid regular expression.";
}
