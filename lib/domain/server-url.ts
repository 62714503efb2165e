/** A server as its address names it: `scheme://user:password@host:port/path?name=value`. What is left out is empty, or null. */
export type ServerUrl = {
  scheme: string;
  host: string;
  port: number | null;
  user: string;
  password: string;
  /** Without its leading slash. */
  path: string;
  options: Readonly<Record<string, string>>;
};

/** Reads such an address; null when it is none, or when what is escaped in it means nothing. */
export function parseServerUrl(text: string): ServerUrl | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(text);
  if (hostname === "") return null;
  try {
    return {
      scheme: protocol.slice(0, -1),
      host: decodeURIComponent(hostname).replace(/^\[|\]$/g, ""),
      port: port === "" ? null : Number(port),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      path: decodeURIComponent(pathname.slice(1)),
      options: Object.fromEntries(searchParams),
    };
  } catch {
    // A lone percent sign is a mistake in the address, like any other.
    return null;
  }
}
