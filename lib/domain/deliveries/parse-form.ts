import type { Json } from "@/lib/domain/json/json";
import { parseJson } from "@/lib/domain/json/parse-json";

const FIELDS_MAX = 10_000;

/** A form as an object. A form whose only field is `payload` is the JSON in it, as GitHub sends. */
export function parseForm(text: string): Json {
  const pairs: [name: string, value: Json][] = [];
  for (const pair of new URLSearchParams(text)) {
    if (pairs.length === FIELDS_MAX) break;
    pairs.push(pair);
  }
  const fields = gatherFields(pairs);
  const payload = fields.size === 1 ? fields.get("payload") : undefined;
  const json = typeof payload === "string" ? parseJson(payload) : undefined;
  return json?.ok ? json.value : Object.fromEntries(fields);
}

/** Fields by name. One that comes several times becomes a list, and one named `__proto__` is left out. */
export function gatherFields(pairs: Iterable<[name: string, value: Json]>): Map<string, Json> {
  const groups = new Map<string, Json[]>();
  for (const [name, value] of pairs) {
    if (name === "__proto__") continue;
    const group = groups.get(name);
    if (group) group.push(value);
    else groups.set(name, [value]);
  }
  return new Map(Array.from(groups, ([name, values]) => [name, values.length === 1 ? (values[0] ?? null) : values]));
}
