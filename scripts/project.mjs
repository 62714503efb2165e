// What the commands in this folder share. Nothing here may need node_modules: a bare clone has none.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** An absolute path within the project. */
export const path = (...parts) => join(root, ...parts);

/** A failure that a person can do something about: its message is all they need to see. */
export class Advice extends Error {}

/** Runs a command and ends the process with a sentence, not a stack trace, when it fails. */
export async function runCommand(main) {
  try {
    requireNode();
    process.chdir(root);
    process.env.NEXT_TELEMETRY_DISABLED ??= "1";
    await main();
  } catch (error) {
    console.error(error instanceof Advice ? `\n${error.message}` : error);
    process.exit(1);
  }
}

/** Reads .env, for what a person runs; tests must not depend on it. Variables that are set already win. */
export function loadSettings() {
  if (existsSync(path(".env"))) process.loadEnvFile(path(".env"));
}

/** Runs a program to its end. Its output is kept back, and thrown with `advice` when it fails. */
export async function runQuietly(program, args, { env = {}, advice }) {
  const child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const code = await exitCode(child);
  if (code !== 0) throw new Advice(`${Buffer.concat(output).toString().trim()}\n\n${advice}`);
}

/** Runs a program to its end with its output on the screen; returns whether it succeeded. */
export async function runOpenly(program, args, env = {}) {
  return (await exitCode(spawn(program, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } }))) === 0;
}

function exitCode(child) {
  return new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("exit", resolve);
  });
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Advice(
    `Doorbell needs Node.js 20.19 or newer; this is ${process.versions.node}. Get it at https://nodejs.org.`,
  );
}
