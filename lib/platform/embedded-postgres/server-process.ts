import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Account } from "./account";
import { type Binaries, PROGRAM_ENVIRONMENT } from "./binaries";
import { clusterPath } from "./cluster";
import { findFreePort } from "./free-port";
import { readIfThere } from "./read-if-there";

export type ServerProcess = { port: number; stop(): Promise<void>; exited: Promise<void> };

type Options = {
  cluster: string;
  account: Account | undefined;
  binaries: Binaries;
  logFile: string;
  onSpawn: (pid: number) => void;
  /** A free one unless told. */
  port: number | undefined;
};

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "128MB",
  max_wal_size: "2GB",
  fsync: "on",
  synchronous_commit: "on",
  random_page_cost: "1.1",
  jit: "off",
};

const LOG_BYTES_MAX = 10_000_000;
/** Recovery after a power cut may read all of max_wal_size. */
const START_MS_MAX = 300_000;
const STOP_MS_MAX = 60_000;
const ATTEMPTS_MAX = 5;
/** The port may be taken between our choice and its use; the helpers of a server that was killed take a moment to notice. */
const PASSING_TROUBLE = /address already in use|could not bind|shared memory block .* is still in use/i;

/** Starts the server, and returns once it takes connections. Throws with the end of its log when it does not. */
export async function startServer(options: Options): Promise<ServerProcess> {
  const log = openLog(options.logFile);
  try {
    for (let n = 1; n <= ATTEMPTS_MAX; n++) {
      const server = await attempt(options, log.descriptor);
      if (server) return server;
      if (!PASSING_TROUBLE.test(log.newText())) break;
      await pause(200);
    }
    throw new Error(`PostgreSQL did not start. The end of ${options.logFile} says:\n${log.newText().trim()}`);
  } finally {
    closeSync(log.descriptor);
  }
}

/** Undefined when the server ended instead of getting ready. */
async function attempt(options: Options, logDescriptor: number): Promise<ServerProcess | undefined> {
  const port = options.port ?? (await findFreePort());
  const child = spawnServer(options, { port, logDescriptor });
  const { stop, exited } = controlsOf(child, options.binaries);
  try {
    if (child.pid !== undefined) options.onSpawn(child.pid);
    if (await isReady(child, options.cluster)) return { port, stop, exited };
  } catch (error) {
    await stop();
    throw error;
  }
  await stop();
  return undefined;
}

function spawnServer(
  { cluster, account, binaries }: Options,
  { port, logDescriptor }: { port: number; logDescriptor: number },
): ChildProcess {
  const settings = Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return spawn(binaries.postgres, ["-D", clusterPath(cluster, account), ...settings], {
    ...account,
    cwd: cluster,
    // A process group of its own: Ctrl-C in the terminal reaches us alone, and we end the server in order.
    detached: true,
    windowsHide: true,
    stdio: ["ignore", "ignore", logDescriptor],
    env: PROGRAM_ENVIRONMENT,
  });
}

function controlsOf(child: ChildProcess, binaries: Binaries): Pick<ServerProcess, "stop" | "exited"> {
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  // Should this process end without stopping it first, an exception say, the server still ends in order.
  const endWithUs = () => signal(child, binaries, "INT");
  process.once("exit", endWithUs);
  void exited.then(() => process.off("exit", endWithUs));

  const stop = async () => {
    if (!hasEnded(child)) signal(child, binaries, "INT");
    const impatience = setTimeout(() => signal(child, binaries, "QUIT"), STOP_MS_MAX);
    await exited;
    clearTimeout(impatience);
  };
  return { stop, exited };
}

function signal(child: ChildProcess, { pgCtl }: Binaries, name: "INT" | "QUIT"): void {
  if (process.platform === "win32") spawnSync(pgCtl, ["kill", name, String(child.pid)], { windowsHide: true });
  else child.kill(`SIG${name}`);
}

/** Whether the server said so in its pid file, whose eighth line is its state, before it ended or time was up. */
async function isReady(child: ChildProcess, cluster: string): Promise<boolean> {
  const pidFile = join(cluster, "postmaster.pid");
  const deadlineMs = Date.now() + START_MS_MAX;
  while (!hasEnded(child) && Date.now() < deadlineMs) {
    const lines = readIfThere(pidFile)?.split("\n") ?? [];
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return true;
    await pause(15);
  }
  return false;
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function openLog(file: string): { descriptor: number; newText(): string } {
  const descriptor = openSync(file, "a+", 0o600);
  if (fstatSync(descriptor).size > LOG_BYTES_MAX) ftruncateSync(descriptor);
  const before = fstatSync(descriptor).size;
  return {
    descriptor,
    newText: () => {
      const text = Buffer.alloc(4_096);
      const from = Math.max(before, fstatSync(descriptor).size - text.length);
      return text.toString("utf8", 0, readSync(descriptor, text, 0, text.length, from));
    },
  };
}
