import { afterAll, afterEach, expect, test } from "vitest";
import { changeEnvironment } from "@/tests/support/environment";
import { type SinkOptions, type SmtpSink, startSmtpSink } from "@/tests/support/smtp-sink";
import { createTestConnection } from "@/tests/support/test-connection";
import { provideTestRunner, publishFlow, runToEnd } from "@/tests/support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "@/tests/support/test-workspace";

process.env["ALLOWED_TARGETS"] = "127.0.0.1";
provideTestDatabase();
const runner = provideTestRunner();

const sinks: SmtpSink[] = [];
afterAll(() => Promise.all(sinks.map((sink) => sink.close())));
afterEach(() => changeEnvironment({ SMTP_URL: undefined, SMTP_FROM: undefined, PUBLIC_URL: undefined }));

async function sink(options?: SinkOptions): Promise<SmtpSink> {
  const started = await startSmtpSink(options);
  sinks.push(started);
  return started;
}

const drawing = (config: object) => ({
  nodes: [
    {
      id: "tell",
      type: "email",
      name: "Tell Ann",
      config: { to: ["Ann <ann@desk.example>"], subject: "{{ trigger.body.subject }}", text: "It rang.", ...config },
      retry: { attempts: 3, backoff: "fixed", delayMs: 0, timeoutMs: 5_000 } as const,
    },
  ],
  edges: [{ from: "ring", port: "out", to: "tell" }],
});

const server = (port: number) => ({
  host: "127.0.0.1",
  port: String(port),
  encryption: "none",
  user: "bell",
  password: "correct horse battery",
  from: "Doorbell <bell@doorbell.example>",
});

test("a workflow sends a mail through a saved server, and the log shows it without the password", async () => {
  const actor = await createTestWorkspace();
  const { port, mails } = await sink();
  const connectionId = await createTestConnection(actor, { kind: "smtp", credentials: server(port) });
  const { url } = await publishFlow(actor, drawing({ connectionId }));

  const run = await runToEnd(actor, runner, { url, body: { subject: "New ticket" } });

  expect(run).toMatchObject({ status: "done" });
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ from: "bell@doorbell.example", to: ["ann@desk.example"], user: "bell" });
  const step = run.steps[1];
  const [attempt] = step?.attempts ?? [];
  expect(attempt).toMatchObject({
    status: "succeeded",
    request: {
      method: "MAIL",
      url: `smtp://127.0.0.1:${port}`,
      headers: [
        { name: "From", value: "Doorbell <bell@doorbell.example>" },
        { name: "To", value: "Ann <ann@desk.example>" },
        { name: "Subject", value: "New ticket" },
      ],
      body: "It rang.",
    },
    response: { status: 250, body: "250 2.0.0 Ok: queued" },
  });
  expect(step?.output).toMatchObject({ accepted: ["ann@desk.example"], rejected: [] });
  expect(JSON.stringify(run)).not.toContain("correct horse");
});

test("a mail that is sent again after a stop has the same Message-ID, which comes from the Idempotency-Key", async () => {
  const actor = await createTestWorkspace();
  const { port, mails, commands } = await sink({
    reply: (said, n) => (said === "." && n < 3 ? "451 later" : undefined),
  });
  const connectionId = await createTestConnection(actor, { kind: "smtp", credentials: server(port) });
  const { url } = await publishFlow(actor, drawing({ connectionId, text: "Line" }));

  const run = await runToEnd(actor, runner, { url, body: { subject: "Hi" } });

  const attempts = run.steps[1]?.attempts ?? [];
  expect(run.status).toBe("done");
  expect(attempts.map(({ status }) => status)).toEqual(["failed", "failed", "succeeded"]);
  expect(commands.filter((command) => command === ".")).toHaveLength(3);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.data).toContain(`Message-ID: <${attempts[0]?.idempotencyKey}@localhost>`);
  expect(run.steps[1]?.output).toMatchObject({ messageId: `<${attempts[0]?.idempotencyKey}@localhost>` });
});

test("a server that refuses for good is asked once, and its words are shown", async () => {
  const actor = await createTestWorkspace();
  const { port } = await sink({
    reply: (said) => (said.startsWith("AUTH") ? "535 no: correct horse battery" : undefined),
  });
  const connectionId = await createTestConnection(actor, { kind: "smtp", credentials: server(port) });
  const { url } = await publishFlow(actor, drawing({ connectionId }));

  const run = await runToEnd(actor, runner, { url, body: { subject: "Hi" } });

  expect(run.status).toBe("failed");
  expect(run.steps[1]?.attempts).toMatchObject([
    { status: "failed", error: "127.0.0.1 did not accept the user and the password: 535 no: ••••" },
  ]);
});

test("without a connection the server of the settings is used, although it is a private one", async () => {
  const actor = await createTestWorkspace();
  const { port, mails } = await sink();
  changeEnvironment({
    SMTP_URL: `smtp://bell:pass@localhost:${port}?tls=none`,
    SMTP_FROM: "Desk <desk@doorbell.example>",
    PUBLIC_URL: "https://doorbell.example",
  });
  const { url } = await publishFlow(actor, drawing({}));

  const run = await runToEnd(actor, runner, { url, body: { subject: "Hi" } });

  expect(run.status).toBe("done");
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ from: "desk@doorbell.example", user: "bell" });
  expect(mails[0]?.data).toMatch(/Message-ID: <drb_[0-9a-f]+@doorbell\.example>/);
  expect(run.steps[1]?.attempts[0]?.request.url).toBe(`smtp://localhost:${port}`);
});

test("without any server it says what to do", async () => {
  const actor = await createTestWorkspace();
  const { url } = await publishFlow(actor, drawing({}));
  const run = await runToEnd(actor, runner, { url, body: { subject: "Hi" } });
  expect(run).toMatchObject({
    status: "failed",
    error: expect.stringContaining("There is no mail server to send through."),
  });
});
