import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Process } from "./launcher-lock";
import { processBirth } from "./process-birth";
import { readIfThere } from "./read-if-there";

/** Ends the server whose launcher is gone: in order if it can, at once if that takes too long. Committed rows stay either way. */
export async function clearAbandonedServer(server: Process, cluster: string): Promise<void> {
  if (processBirth(server.pid) === server.birth) await end(server);
  disown(server, join(cluster, "postmaster.pid"));
}

async function end(server: Process): Promise<void> {
  process.kill(server.pid, "SIGINT");
  if (await isGoneWithin(server, 60_000)) return;
  process.kill(server.pid, "SIGQUIT");
  if (await isGoneWithin(server, 10_000)) return;
  throw new Error(`The database of an earlier start, process ${server.pid}, does not end. End it, then start again.`);
}

async function isGoneWithin({ pid, birth }: Process, limitMs: number): Promise<boolean> {
  const deadlineMs = Date.now() + limitMs;
  while (Date.now() < deadlineMs) {
    if (processBirth(pid) !== birth) return true;
    await pause(25);
  }
  return false;
}

/**
 * PostgreSQL takes whatever has the number in its pid file for a server that runs: a zombie that nobody buries, or some
 * other process, as happens in a container that restarts. Where it finds the number of its parent, it looks only whether
 * remains of the old server still hold their memory.
 */
function disown({ pid }: Process, pidFile: string): void {
  const [first = "", ...rest] = readIfThere(pidFile)?.split("\n") ?? [];
  if (Number.parseInt(first, 10) === pid) writeFileSync(pidFile, [process.pid, ...rest].join("\n"));
}
