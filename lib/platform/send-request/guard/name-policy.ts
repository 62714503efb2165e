/** Endings that only mean something inside somebody's network, or nothing at all. */
const INTERNAL_ENDINGS = [
  "localhost",
  "localdomain",
  "localdomain6",
  "local",
  "internal",
  "intranet",
  "private",
  "corp",
  "home",
  "lan",
  "svc",
  "home.arpa",
  "invalid",
];

/**
 * Whether a host name is one that no public machine carries: a single word, `desk.local`, `db.svc.cluster.local`, or
 * something that ends in a number, as addresses do.
 */
export function isInternalName(name: string): boolean {
  const plain = withoutTrailingDot(name);
  if (!plain.includes(".") || /\.(\d+|0x[0-9a-f]*)$/i.test(plain)) return true;
  return INTERNAL_ENDINGS.some((ending) => plain.endsWith(`.${ending}`) || plain === ending);
}

/** `desk.example.` and `desk.example` are the same name. */
export function withoutTrailingDot(name: string): string {
  return name.replace(/\.+$/, "");
}
