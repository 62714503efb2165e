import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SERVER = join(ROOT, ".build/server.mjs");
const READY_MS_MAX = 60_000;
const STOP_MS_MAX = 45_000;

/** Plain Next.js, without our server in front of it. It listens on the PORT it is given. */
export const PLAIN_NEXT = [join(ROOT, "node_modules/next/dist/bin/next"), "start"];

/** The API key that every app is started with. */
export const API_KEY = "drbk_system_tests_0123456789abcdef0123456789";

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

export type App = {
  /** Without a slash at the end. */
  url: string;
  port: number;
  pid: number;
  dataDir: string;
  /** All that it has printed so far. */
  output: () => string;
  exited: Promise<Exit>;
  kill: (signal: NodeJS.Signals) => Promise<Exit>;
  /** Ends it, and whatever database of its own it may have left behind. */
  stop: () => Promise<void>;
};

type AppOptions = {
  /** Over the settings that every app gets. The environment of the tests themselves is not handed on. */
  env?: Record<string, string>;
  /** The script to run and its arguments; the built server unless told. */
  script?: string[];
};

const apps = new Set<App>();
// Whoever imports this is a test file: nothing it starts outlives it.
afterAll(() => Promise.all([...apps].map((app) => app.stop())));

/** Starts the app as people do, and waits until it is ready. Throws with its output when it ends instead. */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const app = await launchApp(options);
  const ended = app.exited.then(({ code, signal }) => {
    throw new Error(`The app ended with ${signal ?? code} instead of getting ready:\n${app.output()}`);
  });
  await Promise.race([ended, becomeReady(app)]);
  ended.catch(() => undefined);
  return app;
}

/** Starts the app and does not wait for anything. */
export async function launchApp({ env = {}, script = [SERVER] }: AppOptions = {}): Promise<App> {
  if (!existsSync(SERVER)) throw new Error("These tests run the built app: run `npm run build` first.");
  const port = Number(env["PORT"] ?? (await findFreePort()));
  const ownDir = env["DOORBELL_DATA_DIR"] === undefined ? mkdtempSync(join(tmpdir(), "doorbell-app-")) : undefined;
  const dataDir = ownDir ?? env["DOORBELL_DATA_DIR"] ?? "";
  const child = spawn(process.execPath, script, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...surroundings(), ...DEFAULTS, PORT: String(port), DOORBELL_DATA_DIR: dataDir, ...env },
  });
  const app: App = {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    dataDir,
    output: collectOutput(child),
    exited: new Promise((resolve) => child.once("exit", (code, signal) => resolve({ code, signal }))),
    kill: (signal) => {
      child.kill(signal);
      return app.exited;
    },
    stop: async () => {
      apps.delete(app);
      await end(child, app);
      killAbandonedDatabase(dataDir);
      if (ownDir) rmSync(ownDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  apps.add(app);
  return app;
}

const DEFAULTS = {
  NODE_ENV: "production" as const,
  NEXT_TELEMETRY_DISABLED: "1",
  DOORBELL_MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
  DOORBELL_OWNER_EMAIL: "owner@example.com",
  DOORBELL_OWNER_PASSWORD: "correct horse battery",
  DOORBELL_API_KEY: API_KEY,
  ALLOWED_TARGETS: "127.0.0.1",
};

/** What any program needs; none of our own settings. */
function surroundings(): Record<string, string> {
  const names = ["PATH", "HOME", "TMPDIR", "SystemRoot"];
  return Object.fromEntries(names.map((name) => [name, process.env[name] ?? ""]).filter(([, value]) => value !== ""));
}

function collectOutput(child: ChildProcess): () => string {
  const chunks: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}

async function becomeReady(app: App): Promise<void> {
  const untilMs = Date.now() + READY_MS_MAX;
  while (Date.now() < untilMs) {
    const isReady = await fetch(`${app.url}/api/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await pause(50);
  }
  throw new Error(`The app was not ready in time:\n${app.output()}`);
}

async function end(child: ChildProcess, app: App): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const impatience = setTimeout(() => child.kill("SIGKILL"), STOP_MS_MAX);
  await app.exited;
  clearTimeout(impatience);
}

/** The embedded database outlives an app that was killed, until the next start. Here there may be none. */
export function killAbandonedDatabase(dataDir: string, signal: NodeJS.Signals = "SIGQUIT"): void {
  const pid = databasePid(dataDir);
  if (pid !== undefined && isRunning(pid)) process.kill(pid, signal);
}

/** The process of an app's embedded database, if it has one. */
export function databasePid(dataDir: string): number | undefined {
  const lock = join(dataDir, "postgres/launcher.lock");
  if (!existsSync(lock)) return undefined;
  return JSON.parse(readFileSync(lock, "utf8")).server?.pid;
}

/** Whether a process is there and not merely waiting to be buried. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== "linux" || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** A port that nobody listens on at the moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("No port.")),
      );
    });
  });
}
