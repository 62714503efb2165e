import { beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/domain/accounts/actor";
import { generateSecret } from "@/lib/domain/signatures/generate-secret";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { performAction } from "../../support/perform-action";
import type { Answer } from "../../support/receiver";
import { ring } from "../../support/ring";
import { provideTestRunner } from "../../support/test-runner";
import { createTestWorkspace, provideTestDatabase } from "../../support/test-workspace";

vi.mock("@/lib/platform/send-request/send-request", async (load) =>
  (await import("../../support/redirected")).redirected(load),
);
process.env["ALLOWED_TARGETS"] = "127.0.0.1";
provideTestDatabase();
const runner = provideTestRunner();

const makeSecret = () => generateSecret({ prefix: "whsec_", encoding: "base64" });
const present = makeSecret();
const previous = makeSecret();

let actor: Actor;
beforeAll(async () => {
  actor = await createTestWorkspace();
});

const PARTNER = "https://partner.example/webhooks?from=doorbell";

function send(body: string, respond: Answer[] = [200]) {
  return performAction(actor, runner, {
    type: "signed-webhook",
    connection: { kind: "standard-webhooks", credentials: { secret: present, previousSecret: previous } },
    config: { url: "https://partner.example/webhooks?from={{ trigger.body.from }}", body },
    body: { from: "doorbell", price: 7, who: 'Ann "the boss" 😀' },
    respond,
  });
}

/** Rings an endpoint of ours with what was sent elsewhere. */
async function verdictOf(secret: string, wire: { headers: Record<string, string>; body: string }): Promise<number> {
  const endpoint = await createEndpoint(actor, {
    name: "Receiver",
    source: "standard-webhooks",
    options: {},
    signingSecrets: [secret],
  });
  const { status } = await ring({ url: endpoint.url, headers: wire.headers, body: wire.body });
  return status;
}

test("sends the body to the byte, and an endpoint of ours accepts it by either secret", async () => {
  const { step, wires, idempotencyKeys, leaked } = await send(
    '{ "type": "order.made", "data": {{ trigger.body | json }} }',
  );
  expect(step).toMatchObject({ status: "done", port: "out", output: { status: 200 } });
  const [wire] = wires;
  if (!wire) throw new Error("Nothing was sent.");
  expect(wire).toMatchObject({
    method: "POST",
    url: PARTNER,
    body: String.raw`{ "type": "order.made", "data": {"from":"doorbell","price":7,"who":"Ann \"the boss\" 😀"} }`,
  });
  expect(wire.headers).toEqual({
    "content-type": "application/json",
    "webhook-id": idempotencyKeys[0],
    "webhook-timestamp": expect.stringMatching(/^\d{10}$/),
    "webhook-signature": expect.stringMatching(/^v1,\S{44} v1,\S{44}$/),
  });
  expect(await verdictOf(present, wire)).toBe(202);
  expect(await verdictOf(previous, wire)).toBe(202);
  expect(await verdictOf(makeSecret(), wire)).toBe(401);
  expect(await verdictOf(present, { ...wire, body: wire.body.replace("7", "8") })).toBe(401);
  expect(leaked).toEqual([]);
});

test("a second try has the first one's id, and a time and a signature of its own", async () => {
  const { step, wires } = await send("{}", [{ status: 503, headers: { "retry-after": "2" } }, 200]);
  expect(step.attempts.map(({ status }) => status)).toEqual(["failed", "succeeded"]);
  const [first, second] = wires.map(({ headers }) => headers);
  expect(second?.["webhook-id"]).toBe(first?.["webhook-id"]);
  expect(Number(second?.["webhook-timestamp"])).toBeGreaterThan(Number(first?.["webhook-timestamp"]));
  expect(second?.["webhook-signature"]).not.toBe(first?.["webhook-signature"]);
  for (const wire of wires) expect(await verdictOf(present, wire)).toBe(202);
});

test("a body that is no JSON is not sent", async () => {
  const { step, wires } = await send('{ "who": {{ trigger.body.who }} ');
  expect(step).toMatchObject({ status: "failed", attempts: [] });
  expect(step.error).toBe("The body cannot be sent. This is not valid JSON: it ends too early.");
  expect(wires).toEqual([]);
});

test("a receiver that is gone ends the step", async () => {
  const { step } = await send("{}", [410]);
  expect(step).toMatchObject({ status: "failed", error: "It answered 410.", attempts: [{ status: "failed" }] });
});
