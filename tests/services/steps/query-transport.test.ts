import { beforeAll, expect, test } from "vitest";
import { databaseUrl, pool } from "@/lib/platform/db";
import { createTestConnection } from "@/tests/support/test-connection";
import { provideTestRunner, publishFlow, runToEnd } from "@/tests/support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "@/tests/support/test-workspace";

process.env["ALLOWED_TARGETS"] = "127.0.0.1,localhost";
provideTestDatabase();
const runner = provideTestRunner();

beforeAll(() => pool().query("CREATE TABLE desk (id text PRIMARY KEY, owner text)"));

const query = (config: Record<string, unknown>) => ({
  nodes: [
    {
      id: "ask",
      type: "postgresql-query",
      name: "Ask the desk",
      config,
      retry: { attempts: 2, backoff: "fixed", delayMs: 0, timeoutMs: 5_000 } as const,
    },
  ],
  edges: [{ from: "ring", port: "out", to: "ask" }],
});

test("a workflow writes into a database and sees the rows, and the log shows statement and values without the password", async () => {
  const actor = await createTestWorkspace();
  const connectionId = await createTestConnection(actor, {
    kind: "postgresql",
    credentials: { url: `${databaseUrl()}?sslmode=disable` },
  });
  const statement = "INSERT INTO desk VALUES ($1, $2) RETURNING id, owner";
  const values = ["{{ trigger.body.id }}", "{{ trigger.body.owner }}"];
  const { url } = await publishFlow(actor, query({ connectionId, statement, values }));

  const run = await runToEnd(actor, runner, { url, body: { id: "TK-1", owner: "x'); DROP TABLE desk; --" } });

  expect(run.status).toBe("done");
  const [, step] = run.steps;
  expect(step?.output).toEqual({ rows: [{ id: "TK-1", owner: "x'); DROP TABLE desk; --" }], count: 1, isCut: false });
  const address = new URL(databaseUrl());
  expect(step?.attempts).toMatchObject([
    {
      status: "succeeded",
      request: {
        method: "QUERY",
        url: `postgresql://${address.host}${address.pathname}`,
        body: `${statement}\n\n1: "TK-1"\n2: "x'); DROP TABLE desk; --"`,
      },
    },
  ]);
  expect(JSON.stringify(run)).not.toContain(address.password);
});

test("a statement that the database refuses fails in its words", async () => {
  const actor = await createTestWorkspace();
  const connectionId = await createTestConnection(actor, {
    kind: "postgresql",
    credentials: { url: `${databaseUrl()}?sslmode=disable` },
  });
  const { url } = await publishFlow(actor, query({ connectionId, statement: "SELECT * FROM nowhere" }));
  const run = await runToEnd(actor, runner, { url });
  expect(run).toMatchObject({ status: "failed", error: expect.stringMatching(/relation "nowhere" does not exist/) });
  expect(run.steps[1]?.attempts).toHaveLength(1);
});
