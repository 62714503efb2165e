export type Dialect = "postgresql" | "mysql";

/** What may hold a dollar or a question mark that is no place for a value: texts, quoted names and comments. */
const ASIDE: Record<Dialect, RegExp> = {
  postgresql:
    /\b[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?\1/g,
  mysql: /'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*"|`[^`]*`|--\s[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\//g,
};

/** How many values a statement has places for: `$1`, `$2` in PostgreSQL, a `?` for each in MySQL. */
export function countPlaces(statement: string, dialect: Dialect): number {
  const plain = statement.replaceAll(ASIDE[dialect], " ");
  if (dialect === "mysql") return plain.split("?").length - 1;
  const places = [...plain.matchAll(/(?<![\w$])\$(\d+)/g)].map(([, n]) => Number(n));
  return Math.max(0, ...places);
}
