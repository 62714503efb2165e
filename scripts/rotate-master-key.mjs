#!/usr/bin/env node
// `npm run rotate-master-key`: seals everything that is kept secret with a new master key, while Doorbell runs.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installPackages } from "./install.mjs";
import { Advice, loadSettings, runCommand } from "./project.mjs";

await runCommand(async () => {
  loadSettings();
  await installPackages();
  const dataDir = process.env.DOORBELL_DATA_DIR || ".data";
  if (!process.env.DOORBELL_MASTER_KEY && !existsSync(join(dataDir, "master-key"))) {
    throw new Advice(`There is no master key in ${dataDir} yet: Doorbell makes one when it first starts.`);
  }
  const database = process.env.DATABASE_URL ? undefined : await borrowDatabase(join(dataDir, "postgres"));
  if (database) process.env.DATABASE_URL = database.url;
  try {
    await rotate(database && !database.isShared ? { settleMs: 0 } : {});
  } finally {
    await database?.stop();
  }
  // Connections that nobody needs any more would keep the process for a while.
  process.exit();
});

async function borrowDatabase(dataDir) {
  const { borrowEmbeddedPostgres } = await load("platform/embedded-postgres/borrow-embedded-postgres");
  return borrowEmbeddedPostgres({ dataDir });
}

async function rotate(options) {
  const { rotateMasterKey } = await load("services/rotate-master-key");
  if (!("settleMs" in options)) console.log("Sealing everything anew. This takes about half a minute…");
  const rotation = await rotateMasterKey(options).catch(rethrowSentence);
  console.log(`\n${sentencesOn(rotation).join("\n")}`);
}

function sentencesOn({ keptIn, resealed, unreadable, needsOldKeys }) {
  const sentences = [
    `${resealed} secret values were sealed anew. Those that run have noticed nothing, and need no restart.`,
  ];
  if (unreadable > 0)
    sentences.push(`${unreadable} could not be opened with any key, and are as they were: see above.`);
  if (needsOldKeys) sentences.push("Some values still need an older key: it stays. Run this again later.");
  else if (keptIn === "environment")
    sentences.push("Only the first key in DOORBELL_MASTER_KEY is needed now: take the others out.");
  else sentences.push("The old key is gone. Back up the new one: it is in the file master-key in the data directory.");
  return sentences;
}

/** What the service refuses to do is told in its own words. */
function rethrowSentence(error) {
  throw error.name === "DoorbellError" ? new Advice(error.message) : error;
}

async function load(module) {
  const { tsImport } = await import("tsx/esm/api");
  return tsImport(`../lib/${module}.ts`, import.meta.url);
}
