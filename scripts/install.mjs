import { existsSync, readFileSync, statSync } from "node:fs";
import { Advice, path, runQuietly } from "./project.mjs";

const ADVICE = "The packages could not be installed. Check that the npm registry can be reached, then try again.";

/** Brings node_modules to what package-lock.json says, and the database client to what the schema says. */
export async function installPackages() {
  if (!isInstalled()) {
    console.log("Installing packages (first start, and after an update)…");
    // The build needs the development packages even where NODE_ENV is production.
    await npm("ci").catch(() => npm("install"));
  }
  if (isClientStale())
    await runQuietly(process.execPath, [path("scripts/prisma.mjs"), "generate"], {
      advice: "The database client could not be generated.",
    });
}

/** npm keeps its own record of what it finished installing. */
function isInstalled() {
  const record = path("node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  return Object.entries(readPackages(path("package-lock.json"))).every(
    ([home, wanted]) =>
      home === "" || wanted.optional || wanted.extraneous || installed[home]?.version === wanted.version,
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch (cause) {
    throw new Advice(`${file} cannot be read: ${cause.message}`);
  }
}

function npm(command) {
  const args = [command, "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const cli = process.env.npm_execpath ?? "";
  // The npm that runs us, if one does: its plain name is no program on Windows.
  return cli.endsWith("npm-cli.js")
    ? runQuietly(process.execPath, [cli, ...args], { advice: ADVICE })
    : runQuietly("npm", args, { advice: ADVICE });
}

function isClientStale() {
  const client = statSync(path("lib/platform/prisma/generated/client.ts"), { throwIfNoEntry: false });
  return !client || client.mtimeMs < statSync(path("prisma/schema.prisma")).mtimeMs;
}
