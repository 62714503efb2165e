import type { RE2JS } from "re2js";
import { compilePattern } from "@/lib/domain/conditions/pattern";

const ESCAPE = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|[\s\S])/gi;

/**
 * A schema's regular expression, in RE2's dialect, so that no text makes it slow; undefined when it is none, or has what RE2
 * does without: look-around and back-references.
 */
export function compileSchemaPattern(source: string): RE2JS | undefined {
  const translated = source.replaceAll(ESCAPE, (written, braced?: string, four?: string) => {
    const hex = braced ?? four;
    return hex === undefined ? written : `\\x{${hex}}`;
  });
  return compilePattern(translated);
}
