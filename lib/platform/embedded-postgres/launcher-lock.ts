import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { processBirth } from "./process-birth";

const Process = z.object({ pid: z.number().int().positive(), birth: z.string() });
export type Process = z.infer<typeof Process>;

const Holder = z.object({ launcher: Process.optional(), server: Process.optional() });
type Holder = z.infer<typeof Holder>;

export type LauncherLock = {
  /** The server of a launcher that was killed: it may still run. */
  abandoned: Process | undefined;
  /** Notes our server, so that the next launcher finds it should we be killed. */
  recordServer(pid: number): void;
  release(): void;
};

/** Long enough for a rival, who read the same stale lock, to have written its own. */
const RIVAL_MS = 100;

/** Makes this process the folder's only launcher. Throws when another one runs; a dead one's lock is taken over. */
export async function takeLauncherLock(home: string): Promise<LauncherLock> {
  const file = join(home, "launcher.lock");
  const launcher = { pid: process.pid, birth: processBirth(process.pid) ?? "" };
  const previous = claim(file, { launcher });
  if (previous) await takeOver(file, { launcher, previous, home });

  return {
    abandoned: previous?.server,
    recordServer: (pid) => replace(file, { launcher, server: { pid, birth: processBirth(pid) ?? "" } }),
    release: () => rmSync(file, { force: true }),
  };
}

/** Writes the lock unless there is one, which it returns. */
function claim(file: string, holder: Holder): Holder | undefined {
  const draft = draftOf(file);
  try {
    writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
    linkSync(draft, file);
    return undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return readHolder(file);
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

async function takeOver(
  file: string,
  { launcher, previous, home }: { launcher: Process; previous: Holder; home: string },
): Promise<void> {
  if (previous.launcher && isRunning(previous.launcher)) throw refusal(previous.launcher, home);
  // The abandoned server stays noted until it is stopped.
  replace(file, { ...previous, launcher });
  await pause(RIVAL_MS);
  const winner = readHolder(file).launcher;
  if (winner && winner.pid !== launcher.pid) throw refusal(winner, home);
}

/** The server of the launcher that runs in a folder; undefined when none does, or not with a server yet. */
export function findServer(home: string): Process | undefined {
  const file = join(home, "launcher.lock");
  if (!existsSync(file)) return undefined;
  const { launcher, server } = readHolder(file);
  return launcher && isRunning(launcher) ? server : undefined;
}

function refusal({ pid }: Process, home: string): Error {
  return new Error(
    `Doorbell already runs here: process ${pid} uses ${home}. Stop it first, or set DOORBELL_DATA_DIR to another folder.`,
  );
}

function isRunning({ pid, birth }: Process): boolean {
  return processBirth(pid) === birth;
}

function replace(file: string, holder: Holder): void {
  writeFileSync(draftOf(file), JSON.stringify(holder), { mode: 0o600 });
  renameSync(draftOf(file), file);
}

/** Written beside the lock and then moved, so that nobody reads half of it. */
function draftOf(file: string): string {
  return `${file}.${process.pid}`;
}

/** A lock that cannot be read, after a power cut say, is nobody's. */
function readHolder(file: string): Holder {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return {};
    throw error;
  }
}
