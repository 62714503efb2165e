import { compilePattern, patternProblem } from "@/lib/domain/conditions/pattern";
import { FOUND_MAX, type Found, TOO_MANY } from "@/lib/domain/extract/found";

/** How far into a text is looked. */
const SEARCHED_LENGTH_MAX = 100_000;

/**
 * What a regular expression finds in the first 100,000 characters of a text. A pattern with named groups gives an object of
 * them, one with one group that group, one with several a list; and one without any gives all that it matched. A group that
 * took no part is null.
 */
export function findPattern(text: string, source: string): Found {
  const pattern = compilePattern(source);
  if (!pattern) return { ok: false, message: patternProblem(source) ?? "The pattern cannot be read." };
  const names = Object.entries(pattern.namedGroups());
  const matcher = pattern.matcher(text.slice(0, SEARCHED_LENGTH_MAX));
  const values: unknown[] = [];
  while (matcher.find()) {
    if (values.length === FOUND_MAX) return { ok: false, message: TOO_MANY };
    const groups = Array.from({ length: matcher.groupCount() }, (_, index) => matcher.group(index + 1) ?? null);
    if (names.length > 0) {
      values.push(Object.fromEntries(names.map(([name, index]) => [name, groups[index - 1] ?? null])));
    } else {
      values.push(groups.length > 1 ? groups : groups.length === 1 ? groups[0] : matcher.group());
    }
  }
  return { ok: true, values };
}
