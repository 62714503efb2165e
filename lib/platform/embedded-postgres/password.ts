import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { readIfThere } from "./read-if-there";

/** The database's password, made once per data folder and readable by its owner alone. */
export function readPassword(file: string): string {
  // A disk that was full may have left it empty.
  const kept = readIfThere(file);
  if (kept) return kept;
  const password = randomBytes(24).toString("base64url");
  writeFileSync(file, password, { mode: 0o600, flush: true });
  return password;
}
