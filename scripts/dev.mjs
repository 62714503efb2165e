#!/usr/bin/env node
// `npm run dev`: the server from its sources. Next.js renews the pages; a change of anything else restarts it.
import { installPackages } from "./install.mjs";
import { loadSettings, path, runCommand, runOpenly } from "./project.mjs";

await runCommand(async () => {
  loadSettings();
  await installPackages();
  // Ctrl-C reaches the server too; we end after it.
  process.on("SIGINT", () => {});
  await runOpenly(process.execPath, [path("node_modules/tsx/dist/cli.mjs"), "watch", "server.ts"], {
    NODE_ENV: "development",
  });
});
