import { type ChildProcess, fork, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type BenchProcess = { pid: number; ask: (message: unknown) => Promise<unknown>; stop: () => Promise<void> };

/** Starts a file of this folder as a process, to which one message is put at a time. */
export function startScript(name: string): BenchProcess {
  const child = fork(fileURLToPath(new URL(name, import.meta.url)), [], { execArgv: ["--import", "tsx"] });
  return {
    ...controlsOf(child),
    ask: (message) => {
      const answer = nextMessage(child);
      child.send(message ?? {});
      return answer;
    },
  };
}

/** Starts a program, whose output is shown only when it complains. */
export function startProgram(args: string[], env: Record<string, string>): Omit<BenchProcess, "ask"> {
  const stdio = ["ignore", "ignore", "inherit"] as const;
  return controlsOf(spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: [...stdio] }));
}

/** What a process has used: CPU time so far and memory now. Not a number where the system has no /proc. */
export function usageOf(pid: number): { cpuMs: number; residentMb: number } {
  if (!existsSync(`/proc/${pid}/stat`)) return { cpuMs: Number.NaN, residentMb: Number.NaN };
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  const [, residentKb] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  // The user and system time come in hundredths of a second.
  return { cpuMs: (Number(fields[11]) + Number(fields[12])) * 10, residentMb: Number(residentKb) / 1_024 };
}

function controlsOf(child: ChildProcess): { pid: number; stop: () => Promise<void> } {
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  // When the bench fails, nothing of it stays behind.
  const endWithUs = () => child.kill();
  process.once("exit", endWithUs);
  void exited.then(() => process.off("exit", endWithUs));
  return {
    pid: child.pid ?? 0,
    stop: () => {
      child.kill("SIGTERM");
      return exited;
    },
  };
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`A process of the bench ended early (${code}).`));
    child.once("exit", onExit);
    child.once("message", (message) => {
      child.off("exit", onExit);
      resolve(message);
    });
  });
}
