import { urlencodedFields } from "@/lib/domain/deliveries/form-fields";
import type { Json } from "@/lib/domain/json/json";
import { parseJson } from "@/lib/domain/json/parse-json";

/** The only field of forms that some senders put their JSON into: GitHub and Slack, Dropbox Sign, and Mandrill. */
const ENVELOPES = ["payload", "json", "mandrill_events"];

/** A form as an object. A form that is but an envelope is the JSON in it. */
export function parseForm(text: string): Json {
  const fields = gatherFields(urlencodedFields(text));
  const [only] = fields.size === 1 ? fields : [];
  const json = only && ENVELOPES.includes(only[0]) && typeof only[1] === "string" ? parseJson(only[1]) : undefined;
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
