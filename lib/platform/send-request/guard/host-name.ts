/**
 * A host the way the URL parser writes it, IPv6 without brackets, so that what is checked is what is dialled: `127.0.0.1` for
 * `0x7f.1`. Undefined for what is neither a name nor an address.
 */
export function hostNameOf(text: string): string | undefined {
  const isBareIpv6 = text.includes(":") && !text.startsWith("[");
  const url = `http://${isBareIpv6 ? `[${text}]` : text}/`;
  if (/[\s@?#\\/*]/.test(text) || !URL.canParse(url)) return undefined;
  const { hostname, port } = new URL(url);
  return port === "" ? hostname.replace(/^\[|\]$/g, "") : undefined;
}
