import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, devices } from "@playwright/test";

const root = fileURLToPath(new URL("../..", import.meta.url));

// Playwright reads this file in every worker, too: what is chosen by chance is chosen once, and handed down.
process.env["E2E_DIR"] ??= mkdtempSync(join(tmpdir(), "doorbell-e2e-"));
process.env["E2E_PORT"] ??= String(20_000 + Math.floor(Math.random() * 20_000));
const { E2E_DIR: dir, E2E_PORT: port, CHROMIUM_PATH: executablePath = "/usr/bin/chromium" } = process.env;
const url = `http://localhost:${port}`;

/** The built app, started as on a fresh clone, with an empty database. What it prints goes to a file: the set-up code is there. */
export default defineConfig({
  testDir: ".",
  outputDir: join(root, "test-results"),
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    actionTimeout: 15_000,
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `node .build/server.mjs > ${join(dir, "output.txt")} 2>&1`,
    cwd: root,
    url: `${url}/api/ready`,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 40_000 },
    env: { NODE_ENV: "production", PORT: port, DOORBELL_DATA_DIR: join(dir, "data"), ALLOWED_TARGETS: "127.0.0.1" },
  },
});
