#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which the CLI would download: the same JSON-RPC on standard input and output,
// answered by the engine's WebAssembly build. The CLI finds it by PRISMA_SCHEMA_ENGINE_BINARY: see prisma.mjs.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import pg from "pg";
import { adapterFor, administer, databaseName } from "./schema-engine-database.mjs";

const { values: options, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    version: { type: "boolean", short: "V" },
    datamodels: { type: "string", multiple: true },
    datasource: { type: "string" },
    "enabled-preview-features": { type: "string" },
    "extension-types": { type: "string" },
  },
});
let engine;
const { url, shadowDatabaseUrl } = JSON.parse(options.datasource ?? "{}");

if (options.version) console.log("schema-engine-wasm");
else if (positionals[0] === "cli") await runOnce(positionals[1]);
else await serve();

/** The questions that the CLI asks before it opens a conversation. */
async function runOnce(command) {
  try {
    if (command === "can-connect-to-database") await administer(url, "SELECT 1", databaseName(url));
    else if (command === "create-database") await createDatabase();
    else if (command === "drop-database") await dropDatabase();
    else throw new Error(`The stand-in for Prisma's schema engine does not know "${command}".`);
  } catch (error) {
    // The CLI drops the first line, and reads the second as a line of the engine's log.
    const fields = { is_panic: false, error_code: prismaCode(error), message: error.message };
    process.stderr.write(`\n${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}`);
    process.exitCode = 1;
  }
}

async function createDatabase() {
  await administer(url, `CREATE DATABASE ${pg.escapeIdentifier(databaseName(url))}`);
  return { databaseName: databaseName(url) };
}

function dropDatabase() {
  return administer(url, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(databaseName(url))} WITH (FORCE)`);
}

/** https://www.prisma.io/docs/orm/reference/error-reference */
function prismaCode({ code }) {
  if (code === "3D000") return "P1003";
  if (code === "28P01") return "P1000";
  return ["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT"].includes(code) ? "P1001" : "P1011";
}

/** One answer per line, in the order of the questions, until the CLI closes our standard input. */
async function serve() {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line || "{}");
    // What has no method is the CLI's receipt for something we printed.
    if (method) send({ id, ...(await answer(method, params ?? {})) });
  }
  process.exit();
}

async function answer(method, params) {
  try {
    return { result: (await perform(method, params)) ?? {} };
  } catch (error) {
    const data = {
      is_panic: false,
      message: error.message ?? String(error),
      meta: error.meta ?? null,
      error_code: error.code,
    };
    return { error: { code: 4466, message: "An error happened. Check the data field for details.", data } };
  }
}

async function perform(method, params) {
  if (method === "createDatabase") return createDatabase();
  engine ??= await startEngine();
  if (method === "getDatabaseVersion") return engine.version(params);
  if (method === "evaluateDataLoss") await rememberMigrations(params);
  const result = await engine[method](params);
  if (method !== "diff" || !result.stdout) return result;
  // The native engine prints a diff while it works; this one returns it.
  send({ id: 1_000_000, method: "print", params: { content: result.stdout } });
  return { ...result, stdout: null };
}

/**
 * What the migrations add up to, this build can find out only while it looks for differences, and remembers from then on.
 * The CLI has it look before it applies the pending ones, which is too early.
 */
async function rememberMigrations({ migrationsList, filters }) {
  await engine.diagnoseMigrationHistory({ migrationsList, filters, optInToShadowDatabase: true });
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

/** The package is made for bundlers, which load WebAssembly by importing it; Node is told how by hand. */
async function startEngine() {
  const glueFile = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = await import(glueFile);
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => process.stderr.write(`${message}\n`) };
  const binary = readFileSync(glueFile.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(binary, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();

  const datamodels = options.datamodels?.map((file) => [file, readFileSync(file, "utf8")]);
  return glue.SchemaEngine.new({ datamodels }, () => {}, adapterFor({ url, shadowDatabaseUrl }));
}
