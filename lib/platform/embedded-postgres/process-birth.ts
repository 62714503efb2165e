import { spawnSync } from "node:child_process";
import { readIfThere } from "./read-if-there";

/**
 * What tells a running process from a later one that got the same number, which happens at every restart of a container.
 * Undefined when none runs; a zombie does not run.
 */
export function processBirth(pid: number): string | undefined {
  if (process.platform === "linux") return linuxBirth(pid);
  if (!isSignalable(pid)) return undefined;
  if (process.platform === "win32") return "running";
  return spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim() || undefined;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the name, in brackets, may hold spaces. */
function linuxBirth(pid: number): string | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const state = fields[0];
  if (state === "Z" || state === "X") return undefined;
  return `${readIfThere("/proc/sys/kernel/random/boot_id")?.trim()} ${fields[19]}`;
}

function isSignalable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
