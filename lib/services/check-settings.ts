import { z } from "zod";
import type { ConnectionKind, Credentials } from "@/lib/catalog/connections/define-connection";
import { findConnectionKind } from "@/lib/catalog/connections/index";
import { DoorbellError } from "@/lib/domain/errors";

/** What a connection holds, in the parts in which it is kept. */
export type Settings = { settings: Record<string, string>; secrets: Record<string, string> };

type Changes = Readonly<Record<string, string | null>>;

/** The kind of a new connection. Refuses one that is not in the catalog. */
export function checkKind(id: string): ConnectionKind {
  const kind = findConnectionKind(id);
  if (kind) return kind;
  throw new DoorbellError("invalid_input", `There is no kind of connection called “${id}”.`, {
    problems: [{ path: "kind", message: "Choose a kind from the catalog." }],
  });
}

/**
 * Settings as they are kept. What is not named stays as `before` has it, and so does a secret that is left empty; null
 * takes a setting away. Refuses settings that the kind could not work with, and says which.
 */
export function checkSettings(kind: ConnectionKind, given: Changes, before: Credentials = {}): Settings {
  const { error, data } = kind.schema.safeParse(filledIn(kind, changed(kind, given, before)));
  if (error) {
    throw new DoorbellError("invalid_input", "These settings cannot be used.", {
      problems: error.issues.map(({ path, message }) => ({ path: ["settings", ...path].join("."), message })),
    });
  }
  const kept = Object.entries(Texts.parse(data)).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  const part = (isSecret: boolean) =>
    Object.fromEntries(kept.filter(([key = ""]) => kind.secretKeys.has(key) === isSecret));
  return { settings: part(false), secrets: part(true) };
}

function changed({ secretKeys }: ConnectionKind, given: Changes, before: Credentials): Credentials {
  const values = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(given)) {
    if (value === null) values.delete(key);
    else if (!secretKeys.has(key) || value.trim() !== "") values.set(key, value);
  }
  return Object.fromEntries(values);
}

const Texts = z.record(z.string(), z.string().optional());

/** What need not be there and is empty counts as absent; what is needed and absent, as empty: so its own words are said. */
function filledIn({ fields }: ConnectionKind, values: Credentials): Credentials {
  const optional = new Set(fields.filter(({ isRequired }) => !isRequired).map(({ key }) => key));
  const missing = fields
    .filter(({ key }) => !optional.has(key) && values[key] === undefined)
    .map(({ key }) => [key, ""]);
  const present = Object.entries(values).filter(([key, value]) => !(optional.has(key) && value.trim() === ""));
  return Object.fromEntries([...missing, ...present]);
}
