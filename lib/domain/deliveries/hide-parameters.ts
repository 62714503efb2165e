import { HIDDEN } from "@/lib/domain/deliveries/read-headers";

/** A query fit for the log: the values of these parameters are gone, and all else stands as it came, to the letter. */
export function hideParameters(query: string, names: ReadonlySet<string>): string {
  if (names.size === 0 || query === "") return query;
  return query
    .split("&")
    .map((pair) => (names.has(nameIn(pair)) ? `${pair.split("=", 1)[0]}=${HIDDEN}` : pair))
    .join("&");
}

/** As whoever looks for the parameter reads it: `%74oken` is `token`. */
function nameIn(pair: string): string {
  const [name = ""] = new URLSearchParams(pair).keys();
  return name;
}
