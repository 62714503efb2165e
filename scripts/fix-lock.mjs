#!/usr/bin/env node
// Adds to package-lock.json the optional packages of other platforms that the registry in use does not serve. Without them
// `npm ci` refuses the lock, and other platforms would miss their binaries. Drops what npm itself calls extraneous.
// Run it after every change of the lock.
import { readFileSync, writeFileSync } from "node:fs";

const SYSTEMS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
  "windows",
];
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const missing = Object.entries(lock.packages).flatMap(([home, parent]) =>
  Object.entries(parent.optionalDependencies ?? {})
    .filter(([name]) => !isLocked(home, name))
    .flatMap(([name, range]) => describe(name, range, parent)),
);

const wanted = Object.entries(lock.packages).filter(([, entry]) => !entry.extraneous);
lock.packages = Object.fromEntries([...wanted, ...missing].sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`Added ${missing.length} packages to package-lock.json.`);

/** Whether Node would find the package from `home`: beside it, or in any node_modules above it. */
function isLocked(home, name) {
  for (let folder = home; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    if (lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

/** What npm reads of an optional package before it downloads it: exact version, and the platforms it is for. */
function describe(name, range, parent) {
  const version = range.replace(/^[\^~]/, "");
  const words = name.split(/[-/]/);
  const system = words.find((word) => SYSTEMS.includes(word));
  const processor =
    PROCESSORS.find((known) => words.includes(known)) ?? (words.some((word) => word.startsWith("arm")) && "arm");
  if (!/^\d+\.\d+\.\d+/.test(version) || !(system || processor)) return [];
  const entry = {
    version,
    ...(processor && { cpu: [processor] }),
    ...(parent.dev && { dev: true }),
    ...(words.includes("musl") && { libc: ["musl"] }),
    optional: true,
    ...(system && { os: [system === "windows" ? "win32" : system] }),
  };
  return [[`node_modules/${name}`, entry]];
}
