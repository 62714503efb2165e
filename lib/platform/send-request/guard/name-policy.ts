/** Endings that only mean something inside somebody's network, or nothing at all. */
const INTERNAL_ENDINGS = [
  "localhost",
  "localdomain",
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

/** Whether a host name is one that no public machine carries: a single word, `desk.local`, `db.svc.cluster.local`. */
export function isInternalName(name: string): boolean {
  const plain = withoutTrailingDot(name);
  if (!plain.includes(".")) return true;
  return INTERNAL_ENDINGS.some((ending) => plain.endsWith(`.${ending}`) || plain === ending);
}

/** `desk.example.` and `desk.example` are the same name. */
export function withoutTrailingDot(name: string): string {
  return name.replace(/\.+$/, "");
}
