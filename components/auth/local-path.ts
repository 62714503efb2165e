const SELF = "https://self.invalid";

/** The path on this site that an address from outside names; the home page for any other. Nobody is sent elsewhere by a link to us. */
export function localPath(address: string | string[] | undefined): string {
  if (typeof address !== "string" || !URL.canParse(address, SELF)) return "/";
  const url = new URL(address, SELF);
  // A path that begins with two slashes would name another host.
  return url.origin === SELF && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}` : "/";
}
