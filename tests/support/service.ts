import { afterEach, expect, test } from "vitest";
import { findConnectionKind } from "@/lib/catalog/connections/index";
import type { Sent } from "@/lib/services/steps/transport";
import { containsSecret } from "./contains-secret";
import { type PlannedAction, planAction, sendTo, type TestAction } from "./planned-action";
import { type Answer, type Receiver, type Respond, startReceiver } from "./receiver";

/** An answer in JSON. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
}

/** Lets the tests of a file start servers in a service's place. Each ends with its test. */
export function provideService(): (respond: Respond) => Promise<Receiver> {
  process.env["ALLOWED_TARGETS"] = "127.0.0.1";
  const receivers: Receiver[] = [];
  afterEach(() => Promise.all(receivers.splice(0).map((receiver) => receiver.close())));
  return async (respond) => {
    const receiver = await startReceiver(respond);
    receivers.push(receiver);
    return receiver;
  };
}

/** Sends a planned action to a server that answers so, and looks whether it came as it was planned, to the byte. */
export async function deliver(server: Receiver, planned: PlannedAction): Promise<Sent> {
  const sent = await sendTo(server, planned);
  const { method, url, headers, body } = planned.effect.request;
  const { pathname, search } = new URL(url);
  const named = Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value]));
  const wanted = { method, path: pathname + search, body, headers: { "idempotency-key": "drb_key", ...named } };
  expect(server.requests.at(-1)).toMatchObject(wanted);
  return sent;
}

/**
 * Tests what every service may answer. The answer repeats what it was sent, of which no secret may be kept. Whatever is
 * asked for elsewhere is an access token.
 */
export function testRefusals(receive: (respond: Respond) => Promise<Receiver>, action: TestAction): void {
  const planned = planAction(action);
  const { pathname } = new URL(planned.effect.request.url);
  const token = json(200, { access_token: "granted-token-0" });

  test.each([
    { status: 401, end: {}, headers: {} },
    { status: 422, end: {}, headers: {} },
    { status: 429, end: { retryAfterMs: 60_000 }, headers: { "retry-after": "60" } },
  ])("when the service answers $status, the attempt has failed, and tells no secret", async ({ status, ...more }) => {
    const server = await receive((request) =>
      request.path.startsWith(pathname) ? json(status, { you: request }, more.headers) : token,
    );

    const sent = await deliver(server, planned);
    expect(sent).toMatchObject({
      status: "failed",
      end: { kind: "answered", status, ...more.end },
      output: { status },
      response: { status },
      message: `It answered ${status}.`,
    });
    expect(JSON.stringify([sent.output, sent.response])).not.toContain("granted-token");
  });
}

/** Tests the request by which a connection tries its credentials: what it asks for, and that it shows its secrets. */
export function testProbe({ kind, credentials }: TestAction["connection"], asked: string, secrets?: string[]): void {
  test(`a ${kind} connection is tried by ${asked}`, () => {
    const definition = findConnectionKind(kind);
    const probe = definition?.test?.(credentials);
    const shown = secrets ?? [...(definition?.secretKeys ?? [])].map((key) => credentials[key] ?? "");
    expect(`${probe?.request.method} ${probe?.request.url}`).toBe(asked);
    expect(shown.filter((secret) => !containsSecret(JSON.stringify(probe), secret))).toEqual([]);
  });
}
