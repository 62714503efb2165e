#!/usr/bin/env node
// `npm start`: from a bare clone to a running Doorbell. What was installed and built before is not done again.
import { createServer } from "node:net";
import { pathToFileURL } from "node:url";
import { buildIfChanged } from "./build.mjs";
import { installPackages } from "./install.mjs";
import { Advice, loadSettings, path, runCommand } from "./project.mjs";

await runCommand(async () => {
  loadSettings();
  await requireFreePort(Number(process.env.PORT || 3_000));
  await installPackages();
  await buildIfChanged();
  process.env.NODE_ENV ||= "production";
  await import(pathToFileURL(path(".build/server.mjs")).href).catch(rethrowSentence);
});

/** What the server refuses to start with is a plain error whose message says what to do; anything else is a bug. */
function rethrowSentence(error) {
  throw error.constructor === Error ? new Advice(error.message) : error;
}

/** Asked before the long work, so that nobody waits a minute to learn it. */
function requireFreePort(port) {
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new Advice("PORT must be a whole number from 0 to 65535.");
  }
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", ({ code, message }) =>
      reject(new Advice(code === "EADDRINUSE" ? taken(port) : `Port ${port} cannot be used: ${message}.`)),
    );
    probe.listen(port, () => probe.close(resolve));
  });
}

function taken(port) {
  return `Port ${port} is in use, perhaps by a Doorbell that runs already. Stop what uses it, or choose another: PORT=${port + 1} npm start`;
}
