import { findConnectionKind } from "@/lib/catalog/connections/index";
import type { Actor } from "@/lib/domain/accounts/actor";
import type { Run } from "@/lib/domain/runs/run";
import type { Runner } from "@/lib/inngest/runner";
import { containsSecret } from "./contains-secret";
import { type ReceivedRequest, type Respond, startReceiver } from "./receiver";
import { origins, redirectTo } from "./redirected";
import { createTestConnection, type TestConnection } from "./test-connection";
import { publishFlow, runToEnd } from "./test-runner";

export type Action = {
  type: string;
  config: Record<string, unknown>;
  connection?: TestConnection;
  /** What rings. */
  body?: unknown;
  respond?: Respond;
};

/** A request as it came, with the address that it was meant for, and no headers but those that the action gave it. */
export type Wire = { method: string; url: string; headers: Record<string, string>; body: string };

export type Performed = {
  /** As `GET /api/v1/runs/:id` shows it. */
  run: Run;
  step: Run["steps"][number];
  wires: Wire[];
  idempotencyKeys: unknown[];
  /** Which of the connection's secrets the run shows, or of what they were sent as. */
  leaked: string[];
};

const QUICKLY = { attempts: 2, backoff: "fixed", delayMs: 0, timeoutMs: 5_000 } as const;

/** Rings a workflow of one action, with a receiver in the place of the service, and waits for the run's end. */
export async function performAction(
  actor: Actor,
  runner: { dispatch: Runner["dispatch"] },
  { type, config, connection, body, respond }: Action,
): Promise<Performed> {
  const service = await startReceiver(respond);
  redirectTo(service.url);
  try {
    const connectionId = connection ? { connectionId: await createTestConnection(actor, connection) } : {};
    const { url } = await publishFlow(actor, {
      nodes: [{ id: "act", type, config: { ...config, ...connectionId }, retry: QUICKLY }],
      edges: [{ from: "ring", port: "out", to: "act" }],
    });
    const run = await runToEnd(actor, runner, { url, body });
    const step = run.steps.find(({ nodeId }) => nodeId === "act");
    if (!step) throw new Error(`The run has no step for the action: ${JSON.stringify(run)}`);
    return {
      run,
      step,
      wires: service.requests.map((request, index) => toWire(request, origins[index] ?? "")),
      idempotencyKeys: service.requests.map(({ headers }) => headers["idempotency-key"]),
      leaked: [...secretsOf(connection), ...sentAs(service.requests)].filter((secret) =>
        containsSecret(JSON.stringify(run), secret),
      ),
    };
  } finally {
    await service.close();
  }
}

/** What every request of Doorbell's carries. */
const OURS = new Set([
  "host",
  "connection",
  "user-agent",
  "accept-encoding",
  "content-length",
  "idempotency-key",
  "doorbell-depth",
]);

function toWire({ method, path, headers, body }: ReceivedRequest, origin: string): Wire {
  const own = Object.entries(headers).filter(([name]) => !OURS.has(name));
  return {
    method,
    url: origin + path,
    headers: Object.fromEntries(own.map(([name, value]) => [name, `${value}`])),
    body,
  };
}

function secretsOf(connection: TestConnection | undefined): string[] {
  if (!connection) return [];
  const secretKeys = findConnectionKind(connection.kind)?.secretKeys ?? new Set();
  const secrets = [...secretKeys].flatMap((key) => connection.credentials[key] || []);
  return secrets.flatMap((secret) => [secret, ...(/^https?:/.test(secret) ? [new URL(secret).pathname] : [])]);
}

/** A user and a password go out as base64, for one. */
function sentAs(requests: readonly ReceivedRequest[]): string[] {
  return requests.flatMap(({ headers }) => headers.authorization?.split(" ").slice(1) ?? []);
}
