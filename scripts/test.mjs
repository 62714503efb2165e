#!/usr/bin/env node
// `npm test`: everything that CI runs. A step that fails does not hide what the others find.
import { buildIfChanged } from "./build.mjs";
import { findChromium } from "./chromium.mjs";
import { installPackages } from "./install.mjs";
import { Advice, path, runCommand, runOpenly } from "./project.mjs";

const tool = (file, ...args) => runOpenly(process.execPath, [path("node_modules", file), ...args]);
const vitest = (...args) => tool("vitest/vitest.mjs", "run", "--config", "tests/vitest.config.ts", ...args);

const NEIGHBOURS = "tests/system/neighbours.test.ts";

const STEPS = {
  types: async () => (await tool("next/dist/bin/next", "typegen")) && (await tool("typescript/bin/tsc", "--noEmit")),
  lint: () => tool("@biomejs/biome/bin/biome", "check", "."),
  unused: () => tool("knip/bin/knip.js"),
  "unit and integration": () => vitest("--exclude", "tests/system/**"),
  build: () => buildIfChanged().then(() => true),
  system: () => vitest("tests/system", "--exclude", NEIGHBOURS),
  // By itself: what it promises is a time, which other tests at its side would take from it.
  neighbours: () => vitest(NEIGHBOURS),
  "end to end": async () => {
    process.env.CHROMIUM_PATH = await findChromium();
    return tool("@playwright/test/cli.js", "test", "-c", "tests/e2e/playwright.config.ts");
  },
};

await runCommand(async () => {
  await installPackages();
  const results = [];
  for (const [name, step] of Object.entries(STEPS)) results.push(await timed(name, step));

  console.log(`\n${results.map(({ line }) => line).join("\n")}`);
  if (results.some(({ ok }) => !ok)) process.exitCode = 1;
});

async function timed(name, step) {
  console.log(`\n── ${name}`);
  const startedMs = performance.now();
  const ok = await step().catch(report);
  const seconds = Math.round((performance.now() - startedMs) / 1_000);
  return { ok, line: `${name.padEnd(22)}${ok ? "ok" : "FAILED"}  ${seconds} s` };
}

function report(error) {
  console.error(error instanceof Advice ? error.message : error);
  return false;
}
