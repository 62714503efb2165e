import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { isEnded, type Run } from "@/lib/domain/runs/run";
import { databaseUrl, pool } from "@/lib/platform/db";
import { readRun } from "@/lib/services/read-run";
import { FAULTS, type Fault, startFaultProxy } from "@/tests/support/fault-proxy";
import { startReceiver } from "@/tests/support/receiver";
import { startSmtpSink } from "@/tests/support/smtp-sink";
import { createTestConnection, type TestConnection } from "@/tests/support/test-connection";
import { beginRun, provideTestRunner, publishFlow, waitForEnd } from "@/tests/support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "@/tests/support/test-workspace";
import { waitFor } from "@/tests/support/wait-for";

process.env["ALLOWED_TARGETS"] = "127.0.0.1";
provideTestDatabase();
const runner = provideTestRunner();
beforeAll(() => pool().query("CREATE TABLE deeds (port text)"));

/** A server that does something, and what it has done so far: the key of each deed, where it learns one. */
type Server = { port: number; deeds: () => Promise<unknown[]>; close: () => Promise<void> };
type Site = {
  start: () => Promise<Server>;
  /** What the client says last before the deed is done. */
  deed: string;
  /** How the log has to call an attempt that met a fault. */
  calls: Record<Fault, "failed" | "unknown">;
  /** The step, given the port that it is to reach. */
  step: (port: number) => { type: string; config: object; connection?: TestConnection };
};

/** Of a request that left nobody can tell whether it was read. */
const SENT = { refused: "failed", hangs: "unknown", "done, then hangs": "unknown" } as const;
/** A server that does not even greet has been told nothing. */
const GREETED = { refused: "failed", hangs: "failed", "done, then hangs": "unknown" } as const;
/** What the token was for was never sent. */
const NEVER = { refused: "failed", hangs: "failed", "done, then hangs": "failed" } as const;

const TOKEN_PATH = "/services/oauth2/token";

async function startHttp(): Promise<Server> {
  const body = JSON.stringify({ access_token: "a-token", expires_in: 3_600, success: true, id: "500" });
  const receiver = await startReceiver(() => ({ headers: { "content-type": "application/json" }, body }));
  const deeds = () => receiver.requests.filter(({ path }) => path !== TOKEN_PATH);
  return { ...receiver, deeds: async () => deeds().map(({ headers }) => headers["idempotency-key"]) };
}

async function startMail(): Promise<Server> {
  const sink = await startSmtpSink();
  return { ...sink, deeds: async () => sink.mails.map(({ data }) => /^Message-ID: <(\w+)@/im.exec(data)?.[1]) };
}

/** Our own, which keeps no keys: the log alone has them. */
async function startDatabase(): Promise<Server> {
  return { port: Number(new URL(databaseUrl()).port), deeds: async () => [], close: async () => {} };
}

const mailServer = (port: number) => {
  const settings = { host: "127.0.0.1", port: String(port), encryption: "none", from: "bell@doorbell.example" };
  return { kind: "smtp", credentials: { ...settings, user: "bell", password: "a-password" } };
};

function databaseBehind(port: number): TestConnection {
  const url = new URL(databaseUrl());
  url.port = String(port);
  url.searchParams.set("sslmode", "disable");
  return { kind: "postgresql", credentials: { url: url.toString() } };
}

function mysqlBehind(address: string, port: number): string {
  const url = new URL(address);
  url.port = String(port);
  url.searchParams.set("ssl-mode", "DISABLED");
  return url.toString();
}

const sites: Record<string, Site> = {
  "an HTTP request": {
    start: startHttp,
    deed: "",
    calls: SENT,
    step: (port) => ({ type: "http-request", config: { method: "POST", url: `http://127.0.0.1:${port}`, body: "{}" } }),
  },
  "a signed webhook": {
    start: startHttp,
    deed: "",
    calls: SENT,
    step: (port) => ({
      type: "signed-webhook",
      config: { url: `http://127.0.0.1:${port}`, body: "{}" },
      connection: { kind: "standard-webhooks", credentials: { secret: "a-secret" } },
    }),
  },
  "a token": {
    start: startHttp,
    deed: TOKEN_PATH,
    calls: NEVER,
    step: (port) => ({
      type: "salesforce-record",
      config: { object: "Case", values: [{ name: "Priority", value: "High" }] },
      connection: {
        kind: "salesforce",
        credentials: { instanceUrl: `http://127.0.0.1:${port}`, clientId: "an-id", clientSecret: "a-secret" },
      },
    }),
  },
  "a mail": {
    start: startMail,
    deed: "\r\n.\r\n",
    calls: GREETED,
    step: (port) => ({
      type: "email",
      config: { to: ["ann@desk.example"], subject: "Ring", text: "It rang." },
      connection: mailServer(port),
    }),
  },
  "a statement": {
    start: startDatabase,
    deed: "COMMIT",
    calls: GREETED,
    step: (port) => ({
      type: "postgresql-query",
      config: { statement: "INSERT INTO deeds VALUES ($1)", values: [String(port)] },
      connection: databaseBehind(port),
    }),
  },
};

/** As for the tests of MySQL itself; here with a table `deeds` in its database. */
const mysqlUrl = process.env["TEST_MYSQL_URL"];
if (mysqlUrl) {
  sites["a statement at MySQL"] = {
    start: async () => ({ port: Number(new URL(mysqlUrl).port), deeds: async () => [], close: async () => {} }),
    deed: "COMMIT",
    calls: GREETED,
    step: (port) => ({
      type: "mysql-query",
      config: { statement: "INSERT INTO deeds VALUES (?)", values: ["a deed"] },
      connection: { kind: "mysql", credentials: { url: mysqlBehind(mysqlUrl, port) } },
    }),
  };
}

const cases = Object.entries(sites).flatMap(([name, site]) => FAULTS.map((fault) => [name, fault, site] as const));

async function begin(site: Site, fault: Fault, { atMostOnce }: { atMostOnce: boolean }) {
  const server = await site.start();
  const proxy = await startFaultProxy(server.port, fault, site.deed);
  onTestFinished(async () => {
    await proxy.close();
    await server.close();
  });
  const actor = await createTestWorkspace();
  const { type, config, connection } = site.step(proxy.port);
  const connected = connection ? { connectionId: await createTestConnection(actor, connection) } : {};
  const retry = { attempts: 2, backoff: "fixed", delayMs: 1_000, timeoutMs: 600, atMostOnce } as const;
  const { url } = await publishFlow(actor, {
    nodes: [{ id: "act", type, config: { ...config, ...connected }, retry }],
    edges: [{ from: "ring", port: "out", to: "act" }],
  });
  return { actor, server, proxy, runId: await beginRun(runner, { url }) };
}

const attemptsOf = ({ steps }: Run) => steps.find(({ nodeId }) => nodeId === "act")?.attempts ?? [];
const endsOf = (run: Run) => attemptsOf(run).map(({ status }) => status);

describe.each(cases)("%s at a server that is %s", (_, fault, site) => {
  const called = site.calls[fault];

  test("is tried again with the same key once the server is well, and the log tells both", async () => {
    const { actor, server, proxy, runId } = await begin(site, fault, { atMostOnce: false });
    await waitFor(async () => {
      const [first] = attemptsOf(await readRun(actor, runId));
      return first && first.status !== "started" ? first : undefined;
    });
    await proxy.mend();

    const run = await waitForEnd(actor, runId);
    expect([run.status, ...endsOf(run)]).toEqual(["done", called, "succeeded"]);
    const keys = new Set(attemptsOf(run).map(({ idempotencyKey }) => idempotencyKey));
    expect(keys.size).toBe(1);
    expect(new Set([...(await server.deeds()), ...keys])).toEqual(keys);
  });

  test("is not sent twice where it may be sent only once, and its run ends", async () => {
    const { actor, runId } = await begin(site, fault, { atMostOnce: true });
    const run = await waitForEnd(actor, runId);
    expect(isEnded(run.status)).toBe(true);
    expect([run.status, ...endsOf(run)]).toEqual(["failed", called, ...(called === "unknown" ? [] : ["failed"])]);
  });
});
