import { randomBytes } from "node:crypto";
import {
  closeSync,
  fchownSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/** The text of the file with the master keys; undefined when there is none. */
export function readKeyFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** Writes the file unless there is one, and gives what stands there. Of two processes at once, the first one's stays. */
export function createKeyFile(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = writeDraft(path, text);
  try {
    // A link appears whole or not at all, and never over another.
    linkSync(draft, path);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, "utf8");
}

/** Writes the file anew. Whoever reads it meanwhile gets the old text or the new one, never a part. */
export function replaceKeyFile(path: string, text: string): void {
  const draft = writeDraft(path, text);
  renameSync(draft, path);
  const directory = openSync(dirname(path), "r");
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

function writeDraft(path: string, text: string): string {
  const draft = `${path}.${randomBytes(8).toString("hex")}`;
  const file = openSync(draft, "wx", 0o600);
  try {
    const previous = statSync(path, { throwIfNoEntry: false });
    // An administrator who does this must not shut the app out of its own file.
    if (previous && previous.uid !== process.getuid?.()) fchownSync(file, previous.uid, previous.gid);
    writeSync(file, text);
    // What these keys seal is lost with them: they must be on the disk before anything is.
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return draft;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
