import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";

const LockFile = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });
const lockFile = fileURLToPath(new URL("../../package-lock.json", import.meta.url));
const { packages } = LockFile.parse(JSON.parse(readFileSync(lockFile, "utf8")));

/** Below these, something is known to be wrong. */
const FLOORS: [name: string, version: string, why: string][] = [
  ["next", "16.4.6", "the newest fixes of its server and its cache"],
  ["next-auth", "4.24.15", "the fixes of July 2026"],
  ["inngest", "4.24.0", "the protocol that the embedded engine speaks"],
  ["undici", "7.30.2", "fixes of its pool; 8 does not run on Node 20"],
  ["mysql2", "3.24.4", "no code is made up from what a server says"],
  ["nodemailer", "7.0.11", "addresses that are read as others, or for ever"],
  ["liquidjs", "10.25.0", "its limits on memory and time"],
  ["fast-xml-parser", "5.12.1", "no attributes can make it slow"],
];

/** Each has run strangers' code, or let strangers reach private addresses. */
const BARRED = ["vm2", "jsonpath", "jsonpath-plus", "ip", "private-ip", "xml2js", "static-eval"];

test.each(FLOORS)("%s is at least %s: %s", (name, floor) => {
  const installed = packages[`node_modules/${name}`]?.version ?? "0";
  expect(compare(installed, floor)).toBeGreaterThanOrEqual(0);
});

test.each(BARRED)("%s is nowhere among the dependencies", (name) => {
  const places = Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`));
  expect(places).toEqual([]);
});

/** Negative when the first is the older one. */
function compare(one: string, other: string): number {
  const parts = (version: string) => version.split("-")[0]?.split(".").map(Number) ?? [];
  const [left, right] = [parts(one), parts(other)];
  for (let at = 0; at < 3; at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
