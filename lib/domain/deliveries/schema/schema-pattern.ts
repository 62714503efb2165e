import { compilePattern } from "@/lib/domain/conditions/pattern";
import type { Run } from "@/lib/domain/deliveries/schema/schema-node";

/** Whether a text holds a pattern. It costs steps of the run, and once they are used up nothing holds anything. */
export type SchemaPattern = (text: string, run: Run) => boolean;

const ESCAPE = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|[\s\S])/gi;

/** Most patterns ask for no more than how a text begins, which needs no engine. */
const PLAIN_BEGINNING = /^\^([\w/ :@-]+)$/;

/**
 * A schema's regular expression, in RE2's dialect, so that no text makes it slow; undefined when it is none, or has what RE2
 * does without: look-around and back-references.
 */
export function compileSchemaPattern(source: string): SchemaPattern | undefined {
  const beginning = PLAIN_BEGINNING.exec(source)?.[1];
  if (beginning !== undefined) {
    return (text, run) => {
      run.stepsLeft -= 1;
      return run.stepsLeft >= 0 && text.startsWith(beginning);
    };
  }
  const translated = source.replaceAll(ESCAPE, (written, braced?: string, four?: string) => {
    const hex = braced ?? four;
    return hex === undefined ? written : `\\x{${hex}}`;
  });
  const pattern = compilePattern(translated);
  if (!pattern) return undefined;
  // As measured: so a step is a microsecond, roughly, also where a pattern repeats what is repeated.
  const stepsPerCharacter = pattern.programSize() / 50;
  return (text, run) => {
    run.stepsLeft -= 1 + text.length * stepsPerCharacter;
    return run.stepsLeft >= 0 && pattern.matcher(text).find();
  };
}
