/** The parameters of an address's query, read as forms are. Empty for what is no address. */
export function queryOf(url: string): URLSearchParams {
  const mark = url.indexOf("?");
  return new URLSearchParams(mark < 0 ? "" : (url.slice(mark + 1).split("#")[0] ?? ""));
}
