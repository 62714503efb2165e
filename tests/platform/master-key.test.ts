import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addMasterKey, readMasterKeys, removeMasterKeys } from "@/lib/platform/master-key";

const KEY = Buffer.alloc(32, 0xab);

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "doorbell-key-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const settings = (DOORBELL_MASTER_KEY?: string) => ({ DOORBELL_MASTER_KEY, DOORBELL_DATA_DIR: directory });
const readAll = (DOORBELL_MASTER_KEY?: string) => readMasterKeys(settings(DOORBELL_MASTER_KEY));
const read = (DOORBELL_MASTER_KEY?: string) => readAll(DOORBELL_MASTER_KEY)[0];

test.each([["hex"], ["base64"], ["base64url"]] as const)("a key is taken from the environment as %s", (encoding) => {
  expect(read(KEY.toString(encoding))).toEqual(KEY);
  expect(readdirSync(directory)).toEqual([]);
});

test.each(["secret", KEY.toString("hex").slice(2), `${KEY.toString("hex")}00`, Buffer.alloc(16).toString("base64")])(
  "what is no key of 32 bytes is refused with a sentence that does not repeat it: %s",
  (text) => {
    expect(() => read(text)).toThrow(/DOORBELL_MASTER_KEY cannot be used.*32 bytes/);
    expect(() => read(text)).not.toThrow(text);
  },
);

test("without one, a key is made for the data directory, which nobody else can read, and found again", () => {
  const made = read();
  expect(made).toHaveLength(32);
  expect(read()).toEqual(made);
  expect(readdirSync(directory)).toEqual(["master-key"]);
  expect(statSync(join(directory, "master-key")).mode & 0o777).toBe(0o600);
});

test("a damaged key file is not replaced: what it sealed would be lost", () => {
  const path = join(directory, "master-key");
  writeFileSync(path, "damaged");
  expect(() => read()).toThrow(/master-key cannot be used/);
  expect(readFileSync(path, "utf8")).toBe("damaged");
});

test("several keys stand in a variable, by commas, newest first", () => {
  const older = Buffer.alloc(32, 1);
  expect(readAll(`${KEY.toString("hex")}, ${older.toString("base64")}`)).toEqual([KEY, older]);
  expect(() => readAll(`${KEY.toString("hex")},`)).toThrow(/DOORBELL_MASTER_KEY cannot be used/);
});

test("a new key stands first in the file, and the old one stays until it is taken away", () => {
  const first = read();
  addMasterKey(settings());
  const [second, ...others] = readAll();
  expect(second).toHaveLength(32);
  expect(others).toEqual([first]);
  removeMasterKeys(settings(), () => false);
  expect(readAll()).toEqual([second, first]);
  removeMasterKeys(settings(), () => true);
  expect(readAll()).toEqual([second]);
  expect(readdirSync(directory)).toEqual(["master-key"]);
  expect(statSync(join(directory, "master-key")).mode & 0o777).toBe(0o600);
});

test("processes that start at once agree on one key", async () => {
  const script = `import { readMasterKeys } from "./lib/platform/master-key";
    console.log(readMasterKeys({ DOORBELL_MASTER_KEY: undefined, DOORBELL_DATA_DIR: ${JSON.stringify(directory)} })[0].toString("hex"));`;
  const start = () => promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
  const outputs = await Promise.all([start(), start(), start()]);
  expect(new Set(outputs.map(({ stdout }) => stdout)).size).toBe(1);
  expect(readdirSync(directory)).toEqual(["master-key"]);
});
