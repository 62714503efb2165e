import { hkdfSync, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { env } from "@/lib/platform/env";

const KEY_BYTES = 32;
const FORMS = "It must be 32 bytes as 64 hex digits or as base64, such as `openssl rand -hex 32` prints.";

let known: Buffer | undefined;

/** A key of its own for each purpose, so that a value made for one is worth nothing for another. */
export function deriveKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", masterKey(), "", `doorbell:${purpose}`, KEY_BYTES));
}

function masterKey(): Buffer {
  known ??= readMasterKey(env());
  return known;
}

type Settings = { DOORBELL_MASTER_KEY: string | undefined; DOORBELL_DATA_DIR: string };

/** The configured key, or that of the data directory, which is made when there is none. Throws a sentence when it is no key. */
export function readMasterKey({ DOORBELL_MASTER_KEY, DOORBELL_DATA_DIR }: Settings): Buffer {
  if (DOORBELL_MASTER_KEY) return parseKey(DOORBELL_MASTER_KEY, "DOORBELL_MASTER_KEY");
  const path = join(DOORBELL_DATA_DIR, "master-key");
  return parseKey(readKeyFile(path) ?? createKeyFile(path), path);
}

function parseKey(text: string, name: string): Buffer {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed, /^[0-9a-f]{64}$/i.test(trimmed) ? "hex" : "base64");
  if (key.length !== KEY_BYTES) throw new Error(`${name} cannot be used. ${FORMS}`);
  return key;
}

function readKeyFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** Of two processes that do this at once, both come back with the key of the first. */
function createKeyFile(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(8).toString("hex")}`;
  const file = openSync(draft, "wx", 0o600);
  try {
    writeSync(file, `${randomBytes(KEY_BYTES).toString("hex")}\n`);
    // What this key seals is lost with it: it must be on the disk before anything is.
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
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

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
