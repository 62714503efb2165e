import { hkdfSync, randomBytes } from "node:crypto";
import { join } from "node:path";
import { env } from "@/lib/platform/env";
import { createKeyFile, readKeyFile, replaceKeyFile } from "@/lib/platform/key-file";

const KEY_BYTES = 32;
const FORMS = "It must be 32 bytes as 64 hex digits or as base64, such as `openssl rand -hex 32` prints.";

let known: Buffer[] | undefined;

/** A key of its own for each purpose, so that a value made for one is worth nothing for another. */
export function deriveKey(purpose: string, masterKey = newestMasterKey()): Buffer {
  return Buffer.from(hkdfSync("sha256", masterKey, "", `doorbell:${purpose}`, KEY_BYTES));
}

function newestMasterKey(): Buffer {
  known ??= readMasterKeys(env());
  const [newest] = known;
  if (!newest) throw new Error("There is no master key.");
  return newest;
}

/**
 * The keys as they are now, newest first: another process may have added one since. A file that is gone is not made
 * anew under a running process: what the keys sealed would be lost without a word.
 */
export function refreshMasterKeys(): readonly Buffer[] {
  const settings = env();
  const isInFile = known !== undefined && !settings.DOORBELL_MASTER_KEY;
  const isGone = isInFile && readKeyFile(pathOf(settings)) === undefined;
  if (!known || !isGone) known = readMasterKeys(settings);
  return known;
}

type Settings = { DOORBELL_MASTER_KEY: string | undefined; DOORBELL_DATA_DIR: string };

/**
 * The configured keys, or those of the data directory, newest first. One is made when there is none. Throws a sentence
 * when one is no key.
 */
export function readMasterKeys(settings: Settings): Buffer[] {
  if (settings.DOORBELL_MASTER_KEY) return parseKeys(settings.DOORBELL_MASTER_KEY, "DOORBELL_MASTER_KEY");
  const path = pathOf(settings);
  return parseKeys((readKeyFile(path) ?? createKeyFile(path, write([newKey()]))).trim(), path);
}

/** Makes a new key, which everything is sealed with from now on in every process that shares the data directory. */
export function addMasterKey(settings: Settings): void {
  replaceKeyFile(pathOf(settings), write([newKey(), ...readMasterKeys(settings)]));
}

/** Takes keys away for good: nothing may be sealed with them any more. The newest always stays. */
export function removeMasterKeys(settings: Settings, isObsolete: (key: Buffer) => boolean): void {
  const kept = readMasterKeys(settings).filter((key, at) => at === 0 || !isObsolete(key));
  replaceKeyFile(pathOf(settings), write(kept));
}

function pathOf({ DOORBELL_DATA_DIR }: Settings): string {
  return join(DOORBELL_DATA_DIR, "master-key");
}

function newKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** One a line in a file; by commas in a variable. */
function parseKeys(text: string, name: string): Buffer[] {
  return text.split(/[\n,]/).map((line) => parseKey(line, name));
}

function parseKey(text: string, name: string): Buffer {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed, /^[0-9a-f]{64}$/i.test(trimmed) ? "hex" : "base64");
  if (key.length !== KEY_BYTES) throw new Error(`${name} cannot be used. ${FORMS}`);
  return key;
}

function write(keys: readonly Buffer[]): string {
  return keys.map((key) => `${key.toString("hex")}\n`).join("");
}
