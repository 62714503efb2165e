import { expect, test } from "vitest";
import { makeEndpoint, makeWorkflow } from "../support/api";
import { startApp } from "../support/app";
import { allEnded, readBooks } from "../support/books";
import { startReceiver } from "../support/receiver";
import { ringHttp } from "../support/ring-http";
import { waitFor } from "../support/wait-for";

const telling = (url: string, atMostOnce: boolean) => ({
  nodes: [
    {
      id: "tell",
      type: "http-request",
      config: { method: "POST", url, headers: [], body: "{}" },
      retry: { attempts: 5, backoff: "fixed", delayMs: 0, timeoutMs: 10_000, atMostOnce },
    },
  ],
  edges: [{ from: "ring", port: "out", to: "tell" }],
});

test("killed after the receivers have got a request and before they answer: one is asked again with the same key, one never", {
  timeout: 120_000,
}, async () => {
  const app = await startApp();
  const keys: Record<string, unknown[]> = { "/again": [], "/once": [] };
  let killed: Promise<unknown> | undefined;
  const desk = await startReceiver(async ({ path, headers }) => {
    keys[path]?.push(headers["idempotency-key"]);
    if (Object.values(keys).every(({ length }) => length > 0)) killed ??= app.kill("SIGKILL");
    if (!killed) await new Promise(() => {});
    return 200;
  });
  const endpoint = await makeEndpoint(app);
  const again = await makeWorkflow(app, endpoint.id, telling(`${desk.url}/again`, false));
  const once = await makeWorkflow(app, endpoint.id, telling(`${desk.url}/once`, true));
  await ringHttp(app.url + endpoint.path);
  await waitFor(async () => killed);

  const next = await startApp({ env: { PORT: String(app.port), DOORBELL_DATA_DIR: app.dataDir } });
  await waitFor(() => allEnded(next), 60_000);
  const { runs } = await readBooks(next, endpoint.id);
  const [key] = keys["/again"] ?? [];
  const [onlyKey] = keys["/once"] ?? [];
  expect(keys).toEqual({ "/again": [key, key], "/once": [onlyKey] });
  expect(runs.find(({ workflowId }) => workflowId === again.id)).toMatchObject({
    status: "done",
    steps: [
      { nodeId: "ring" },
      {
        nodeId: "tell",
        status: "done",
        attempts: [
          { n: 1, status: "unknown", idempotencyKey: key },
          { n: 2, status: "succeeded", idempotencyKey: key },
        ],
      },
    ],
  });
  expect(runs.find(({ workflowId }) => workflowId === once.id)).toMatchObject({
    status: "failed",
    steps: [
      { nodeId: "ring" },
      { nodeId: "tell", status: "failed", attempts: [{ n: 1, status: "unknown", idempotencyKey: onlyKey }] },
    ],
  });
  await Promise.all([next.stop(), desk.close()]);
});
