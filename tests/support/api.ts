import { z } from "zod";
import { API_KEY, type App } from "./app";

export type ApiAnswer = { status: number; headers: Headers; body: unknown };

/** Asks an app's REST API, as another program would: `callApi(app, "GET /runs")`. */
export async function callApi(app: Pick<App, "url">, request: string, input?: unknown): Promise<ApiAnswer> {
  const [method = "GET", path = "/"] = request.split(" ");
  const response = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${API_KEY}`, "content-type": "application/json" },
    ...(input === undefined ? {} : { body: JSON.stringify(input) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
}

const NewEndpoint = z.object({ id: z.string(), url: z.string(), signingSecret: z.string().default("") });

/** Makes an endpoint; its address is given as a path, for it can be rung at any app that shares the database. */
export async function makeEndpoint(app: App, source = "anyone"): Promise<{ id: string; path: string; secret: string }> {
  const { body } = await callApi(app, "POST /endpoints", { name: source, source });
  const { id, url, signingSecret } = NewEndpoint.parse(body);
  return { id, path: new URL(url).pathname, secret: signingSecret };
}

type Drawn = { nodes: object[]; edges: object[] };

/** Makes and publishes a workflow that listens to an endpoint with a node called `ring`. */
export async function makeWorkflow(app: App, endpointId: string, { nodes, edges }: Drawn): Promise<{ id: string }> {
  const ring = { id: "ring", type: "webhook", config: { endpointId, eventTypes: [] } };
  const graph = { nodes: [ring, ...nodes], edges };
  const { id } = z
    .object({ id: z.string() })
    .parse((await callApi(app, "POST /workflows", { name: "Flow", graph })).body);
  const published = await callApi(app, `POST /workflows/${id}/publish`, { note: "" });
  if (published.status >= 300) throw new Error(`It cannot be published: ${JSON.stringify(published.body)}`);
  return { id };
}

/** The bytes of a delivery, as they are kept. */
export async function readBytes(app: App, deliveryId: string): Promise<Buffer> {
  const response = await fetch(`${app.url}/api/v1/deliveries/${deliveryId}/body`, {
    headers: { authorization: `Bearer ${API_KEY}` },
  });
  if (!response.ok) throw new Error(`The body of ${deliveryId} cannot be read: ${response.status}.`);
  return Buffer.from(await response.arrayBuffer());
}
