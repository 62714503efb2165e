import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { afterAll, beforeAll, describe, inject, test } from "vitest";
import { SCENARIOS } from "./scenarios/every-scenario";
import { setStage } from "./stage";

/** An Inngest server that can reach this process: `INNGEST_BASE_URL`, and its keys unless it is a dev server. */
const { baseUrl, ...keys } = inject("inngestServer");
const isDev = keys.signingKey === undefined;

describe.skipIf(baseUrl === undefined)("an Inngest server (set INNGEST_BASE_URL to run)", { concurrent: true }, () => {
  let server: Server;
  let stage: ReturnType<typeof setStage>;

  beforeAll(async () => {
    const client = new Inngest({ id: "scenarios", isDev, ...keys, ...(baseUrl !== undefined && { baseUrl }) });
    stage = setStage(client);
    const functions = [stage.listener, ...SCENARIOS.flatMap((scenario) => scenario.functions(stage.shared))];
    server = createServer(serve({ client, functions })).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The functions are served at no port.");
    const registered = await fetch(`http://127.0.0.1:${address.port}/api/inngest`, { method: "PUT" });
    if (!registered.ok) throw new Error(`The server refused the functions: ${await registered.text()}`);
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.for(SCENARIOS)("$name", { timeout: 60_000 }, async (scenario) => {
    await scenario.play(stage.begin());
  });
});
