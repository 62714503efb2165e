#!/usr/bin/env node
// `npm run build`: the pages by Next.js; server.ts, and the thread that runs members' code, as one file each beside them.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { installPackages } from "./install.mjs";
import { path, root, runCommand, runQuietly } from "./project.mjs";

const SOURCES = [
  "app",
  "components",
  "lib",
  "prisma",
  "public",
  "server.ts",
  "next.config.mjs",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "scripts/build.mjs",
];
const GENERATED = path("lib/platform/prisma/generated");
const STAMP = path(".build/stamp");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runCommand(async () => {
    await installPackages();
    await buildIfChanged();
  });
}

/** Builds unless what was built last came from the same sources. */
export async function buildIfChanged() {
  const fingerprint = fingerprintSources();
  if (isBuilt(fingerprint)) return;

  console.log("Building (first start, and after a change)…");
  rmSync(STAMP, { force: true });
  mkdirSync(path(".build"), { recursive: true });
  await Promise.all([buildPages(), bundleServer()]);
  // Last, so that a build cut short is done again.
  writeFileSync(STAMP, fingerprint);
}

function isBuilt(fingerprint) {
  const outputs = [STAMP, path(".build/server.mjs"), path(".build/sandbox-worker.mjs"), path(".next/BUILD_ID")];
  return outputs.every((file) => existsSync(file)) && readFileSync(STAMP, "utf8") === fingerprint;
}

function fingerprintSources() {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => filesIn(path(source)))) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(place) {
  if (!existsSync(place) || place === GENERATED) return [];
  try {
    return readdirSync(place)
      .sort()
      .flatMap((name) => filesIn(`${place}/${name}`));
  } catch (error) {
    if (error.code === "ENOTDIR") return [place];
    throw error;
  }
}

function buildPages() {
  return runQuietly(process.execPath, [path("node_modules/next/dist/bin/next"), "build"], {
    env: { NODE_ENV: "production" },
    advice: "Next.js could not build the pages: see above.",
  });
}

async function bundleServer() {
  const { build } = await import("esbuild");
  await build({
    entryPoints: { server: path("server.ts"), "sandbox-worker": path("lib/platform/sandbox/sandbox-worker.ts") },
    outdir: path(".build"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: true,
    logLevel: "error",
  });
}
