/** Where hooks live. What stands between this and the next slash is the token. */
export const HOOKS_PATH = "/api/hooks/";

/**
 * Takes the address of a ring apart; undefined when it is none. `path` begins with a slash, or is empty; it and `query`
 * stay as they were written. A token means the same with letters written as escapes, as some proxies do.
 */
export function parseHookPath(pathAndQuery: string): { token: string; path: string; query: string } | undefined {
  if (!pathAndQuery.startsWith(HOOKS_PATH)) return undefined;
  const mark = pathAndQuery.indexOf("?");
  const whole = mark < 0 ? pathAndQuery : pathAndQuery.slice(0, mark);
  const rest = whole.slice(HOOKS_PATH.length);
  const slash = rest.indexOf("/");
  return {
    token: unescaped(slash < 0 ? rest : rest.slice(0, slash)),
    path: slash < 0 ? "" : rest.slice(slash),
    query: mark < 0 ? "" : pathAndQuery.slice(mark + 1),
  };
}

/** An escape that means nothing leaves the text as it is: no token looks like that. */
function unescaped(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
