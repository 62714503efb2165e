import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { type Id, idSchema } from "@/lib/domain/ids";
import { findFreePort } from "@/lib/platform/embedded-postgres/free-port";
import { startProgram } from "./processes";

export type RungEndpoint = { id: Id<"endpoint">; url: string; secret: string };
export type RungWorkflow = RungEndpoint & { workflowId: Id<"workflow"> };

/** The built app as a process of its own, and what the bench asks of its API. */
export type AppUnderLoad = {
  pid: number;
  /** What the API gives at a path, as its key's owner sees it. */
  ask: (path: string) => Promise<unknown>;
  createEndpoint: (options?: object) => Promise<RungEndpoint>;
  /** A published workflow that lets every push pass and sends a request to this address. */
  createWorkflow: (actionUrl: string) => Promise<RungWorkflow>;
  /** A published workflow that sends so many requests to this address, one after another. */
  createChain: (actionUrl: string, requests: number) => Promise<RungWorkflow>;
  stop: () => Promise<void>;
};

const API_KEY = "bench-".padEnd(40, "0");
const CreatedEndpoint = z.object({ id: idSchema("endpoint"), url: z.string(), signingSecret: z.string() });
const CreatedWorkflow = z.object({ id: idSchema("workflow") });
const READY_SECONDS_MAX = 60;

type Settings = { databaseUrl: string; dataDir: string; nodeOptions: string[] };

export async function startApp({ databaseUrl, dataDir, nodeOptions }: Settings): Promise<AppUnderLoad> {
  const port = await findFreePort();
  const app = startProgram([...nodeOptions, ".build/server.mjs"], {
    NODE_ENV: "production",
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    DOORBELL_DATA_DIR: dataDir,
    DOORBELL_API_KEY: API_KEY,
    ALLOWED_TARGETS: "127.0.0.1",
  });
  const base = `http://127.0.0.1:${port}`;
  await untilReady(`${base}/api/ready`);

  async function createEndpoint(options = {}): Promise<RungEndpoint> {
    const input = { name: "Bench", source: "github", options };
    const { id, url, signingSecret } = CreatedEndpoint.parse(await post(`${base}/api/v1/endpoints`, input));
    return { id, url: base + new URL(url).pathname, secret: signingSecret };
  }

  async function createWorkflow(draw: (endpointId: string) => object): Promise<RungWorkflow> {
    const endpoint = await createEndpoint();
    const input = { name: "Bench", graph: draw(endpoint.id) };
    const { id } = CreatedWorkflow.parse(await post(`${base}/api/v1/workflows`, input));
    await post(`${base}/api/v1/workflows/${id}/publish`, { note: "" });
    return { ...endpoint, workflowId: id };
  }
  return {
    pid: app.pid,
    ask: (path) => send(`${base}/api/v1${path}`, { method: "GET" }),
    createEndpoint,
    createWorkflow: (actionUrl) => createWorkflow((endpointId) => graphOf(endpointId, actionUrl)),
    createChain: (actionUrl, requests) => createWorkflow((endpointId) => chainOf(endpointId, { actionUrl, requests })),
    stop: app.stop,
  };
}

async function untilReady(url: string): Promise<void> {
  for (let seconds = 0; seconds < READY_SECONDS_MAX; seconds += 0.1) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await pause(100);
  }
  throw new Error("The app did not start.");
}

function post(url: string, body: object): Promise<unknown> {
  return send(url, { method: "POST", body: JSON.stringify(body) });
}

async function send(url: string, request: RequestInit): Promise<unknown> {
  const headers = { authorization: `Bearer ${API_KEY}`, "content-type": "application/json" };
  const response = await fetch(url, { ...request, headers });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

function node(id: string, type: string, config: object): object {
  return { id, type, name: "", position: { x: 0, y: 0 }, config };
}

function chainOf(endpointId: string, { actionUrl, requests }: { actionUrl: string; requests: number }): object {
  const ids = Array.from({ length: requests }, (_, n) => `tell-${n}`);
  return {
    nodes: [
      node("ring", "webhook", { endpointId }),
      ...ids.map((id) => node(id, "http-request", { method: "POST", url: actionUrl, body: "{{ trigger.eventId }}" })),
    ],
    edges: ids.map((to, n) => ({ from: n === 0 ? "ring" : ids[n - 1], port: "out", to })),
  };
}

function graphOf(endpointId: string, actionUrl: string): object {
  const condition = { value: "{{ trigger.body.ref }}", operator: "starts-with", expected: "refs/heads/" };
  return {
    nodes: [
      node("ring", "webhook", { endpointId, eventTypes: ["push"] }),
      node("branch", "filter", { match: "all", conditions: [condition] }),
      node("tell", "http-request", {
        method: "POST",
        url: actionUrl,
        headers: [{ name: "X-Ring", value: "{{ trigger.eventId }}" }],
        body: '{ "branch": {{ trigger.body.ref | json }}, "who": "{{ trigger.body.commits[0].author.name }}" }',
      }),
    ],
    edges: [
      { from: "ring", port: "out", to: "branch" },
      { from: "branch", port: "pass", to: "tell" },
    ],
  };
}
