import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { heldBackWhileFailing, takePlaceAt } from "@/lib/services/steps/destination";
import type { Sent, Transport } from "@/lib/services/steps/transport";

beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

const options = { idempotencyKey: "k", timeoutMs: 1_000 };
const good: Sent = { status: "succeeded", end: { kind: "done" }, output: null, response: null, message: null };
const bad: Sent = { ...good, status: "failed", end: { kind: "answered", status: 503 }, message: "It answered 503." };

function transportTo(destination: string | null, ...ends: Sent[]) {
  let sent = 0;
  const transport: Transport = {
    logged: { method: "GET", url: "", headers: [], body: "" },
    destination,
    send: async () => {
      sent += 1;
      return ends[sent - 1] ?? ends.at(-1) ?? good;
    },
  };
  return { transport: heldBackWhileFailing(transport), count: () => sent };
}

test("after ten failures nothing is sent for a while; one attempt finds out whether it may go on", async () => {
  const { transport, count } = transportTo("dead.example", ...Array.from({ length: 11 }, () => bad), good);
  for (let n = 0; n < 10; n += 1) expect(await transport.send(options)).toEqual(bad);
  expect(await transport.send(options)).toEqual({
    status: "failed",
    end: { kind: "failed", sent: false, retryAfterMs: 10_000 },
    output: { error: "dead.example has failed 10 times in a row; Doorbell waits before it tries again." },
    response: null,
    message: "dead.example has failed 10 times in a row; Doorbell waits before it tries again.",
  });
  expect(count()).toBe(10);

  vi.advanceTimersByTime(10_000);
  expect(await transport.send(options)).toEqual(bad);
  expect(await transport.send(options)).toMatchObject({ end: { retryAfterMs: 20_000 } });
  vi.advanceTimersByTime(20_000);
  expect(await transport.send(options)).toEqual(good);
  expect(await transport.send(options)).toEqual(good);
  expect(count()).toBe(13);
});

test("another destination, and another port, is another matter", async () => {
  const dead = transportTo("host.example:1", bad);
  for (let n = 0; n < 12; n += 1) await dead.transport.send(options);
  expect(dead.count()).toBe(10);
  expect(await transportTo("host.example:2", good).transport.send(options)).toEqual(good);
});

test("a destination has 32 places; what goes nowhere needs none", () => {
  const places = Array.from({ length: 33 }, () => takePlaceAt("slow.example"));
  expect(places.filter(({ ok }) => ok)).toHaveLength(32);
  expect(places[32]).toEqual({
    ok: false,
    pauseMs: 1_000,
    message: "Many requests to slow.example are under way. This one waits for its turn.",
  });
  expect(takePlaceAt("quick.example").ok).toBe(true);
  expect(takePlaceAt(null).ok).toBe(true);
  for (const place of places) if (place.ok) place.leave();
  expect(takePlaceAt("slow.example").ok).toBe(true);
});

test("ten thousand destinations are no burden: quiet ones are forgotten", async () => {
  for (let n = 0; n < 10_050; n += 1) await transportTo(`${n}.example`, good).transport.send(options);
  const dead = transportTo("kept.example", bad);
  for (let n = 0; n < 10; n += 1) await dead.transport.send(options);
  for (let n = 0; n < 10_050; n += 1) await transportTo(`more-${n}.example`, good).transport.send(options);
  await dead.transport.send(options);
  expect(dead.count()).toBe(10);
});
