import type { TestProject } from "vitest/node";
import { startTestPostgres } from "./postgres";

/** How an Inngest server is named that tests may use, by the same variables as for the app. */
type InngestServer = { baseUrl?: string; eventKey?: string; signingKey?: string };

declare module "vitest" {
  interface ProvidedContext {
    inngestServer: InngestServer;
  }
}

/** Starts one PostgreSQL for the whole run. Its address goes by environment variable, which every worker inherits. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide("inngestServer", takeInngestServer());
  const { url, stop } = await startTestPostgres();
  process.env["TEST_POSTGRES_URL"] = url;
  return stop;
}

/** Only the scenarios are to play on it: everything else that runs here brings an engine of its own. */
function takeInngestServer(): InngestServer {
  const server: InngestServer = {};
  const names = {
    INNGEST_BASE_URL: "baseUrl",
    INNGEST_EVENT_KEY: "eventKey",
    INNGEST_SIGNING_KEY: "signingKey",
  } as const;
  for (const [name, key] of Object.entries(names)) {
    const value = process.env[name];
    if (value) server[key] = value;
    delete process.env[name];
  }
  return server;
}
