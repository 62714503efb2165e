import type { LookupAddress } from "node:dns";
import { createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { parseAllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import { sendRequest } from "@/lib/platform/send-request/send-request";
import { allowedTargets, get, receiver } from "@/tests/support/outbound";

/** A name server with one answer per question, the last repeated. */
function answering(...answers: string[][]): { asked: string[]; lookup: (name: string) => Promise<LookupAddress[]> } {
  const asked: string[] = [];
  return {
    asked,
    lookup: async (name) => {
      asked.push(name);
      const addresses = answers[asked.length - 1] ?? answers.at(-1) ?? [];
      return addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    },
  };
}

describe("a name that changes its mind", () => {
  test("is asked once per connection, and what was checked is dialled", async () => {
    const desk = await receiver();
    const names = answering(["127.0.0.1"], ["127.0.0.2"]);
    const end = await sendRequest(get(`http://desk.example:${desk.port}/`), { allowedTargets, lookup: names.lookup });
    expect(end).toMatchObject({ kind: "answered", status: 200 });
    expect(names.asked).toEqual(["desk.example"]);
    expect(desk.requests[0]?.headers.host).toBe(`desk.example:${desk.port}`);
  });

  test("does not take a request inside when the connection is made anew", async () => {
    const inside = await receiver([200], "127.0.0.2");
    const names = answering(["1.1.1.1", "127.0.0.2"]);
    const end = await sendRequest(get(`http://desk.example:${inside.port}/`), { allowedTargets, lookup: names.lookup });
    expect(end).toMatchObject({
      kind: "blocked",
      message: "desk.example leads into a private network. An admin can allow it with ALLOWED_TARGETS.",
    });
    expect(names.asked).toEqual(["desk.example"]);
    expect(inside.connectionCount()).toBe(0);
  });
});

test("the next checked address is dialled when the first does not answer", async () => {
  const desk = await receiver();
  const names = answering(["127.0.0.3", "127.0.0.1"]);
  const both = parseAllowedTargets(["127.0.0.0/8"]);
  const end = await sendRequest(get(`http://desk.example:${desk.port}/`), {
    allowedTargets: both,
    lookup: names.lookup,
  });
  expect(end).toMatchObject({ kind: "answered" });
  expect(names.asked).toHaveLength(1);
});

describe("connections are kept", () => {
  test("for the next request by the same rules", async () => {
    const desk = await receiver();
    for (let n = 0; n < 5; n += 1) await sendRequest(get(desk.url), { allowedTargets });
    // The next request may start before the connection of the last is seen to be free.
    expect(desk.connectionCount()).toBeLessThanOrEqual(2);
  });

  test("but never serve a request under other rules", async () => {
    const desk = await receiver();
    await sendRequest(get(desk.url), { allowedTargets });
    const end = await sendRequest(get(desk.url), { allowedTargets: parseAllowedTargets([]) });
    expect(end).toMatchObject({ kind: "blocked" });
    expect(desk.requests).toHaveLength(1);
  });

  test("or names that another lookup found", async () => {
    const desk = await receiver();
    const url = `http://desk.example:${desk.port}/`;
    await sendRequest(get(url), { allowedTargets, lookup: answering(["127.0.0.1"]).lookup });
    expect(await sendRequest(get(url), { allowedTargets, lookup: answering(["127.0.0.2"]).lookup })).toMatchObject({
      kind: "blocked",
    });
  });

  test("at most 128 at a time to one place", async () => {
    const desk = await receiver(() => ({ delayMs: 20 }));
    const ends = await Promise.all(Array.from({ length: 400 }, () => sendRequest(get(desk.url), { allowedTargets })));
    expect(ends.every((end) => end.kind === "answered")).toBe(true);
    expect(desk.connectionCount()).toBeLessThanOrEqual(128);
    expect(desk.connectionCount()).toBeGreaterThan(1);
  });
});

describe("a dead place", () => {
  test("does not slow others", async () => {
    const dead = await receiver(["hang"]);
    const alive = await receiver();
    const stuck = Array.from({ length: 300 }, () =>
      sendRequest({ ...get(dead.url), timeoutMs: 1_000 }, { allowedTargets }),
    );
    const startedAtMs = performance.now();
    for (let n = 0; n < 20; n += 1) await sendRequest(get(alive.url), { allowedTargets });
    expect(performance.now() - startedAtMs).toBeLessThan(1_000);

    const ends = await Promise.all(stuck);
    expect(ends.every((end) => end.kind === "failed" && end.reason === "timeout")).toBe(true);
    // Those that waited for a connection until their time was up are not sent afterwards.
    const sent = ends.filter((end) => end.kind === "failed" && end.sent).length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(dead.requests.length).toBe(sent);
    expect(sent).toBeLessThan(200);
  });

  test("that refuses many requests at once refuses every one of them", async () => {
    const closed = await receiver();
    await closed.close();
    const ends = await Promise.all(Array.from({ length: 400 }, () => sendRequest(get(closed.url), { allowedTargets })));
    expect(ends.every((end) => end.kind === "failed" && end.reason === "refused" && !end.sent)).toBe(true);
  });

  test("is looked up once for many requests", async () => {
    const desk = await receiver(() => ({ delayMs: 20 }));
    const names = answering(["127.0.0.1"]);
    const url = `http://desk.example:${desk.port}/`;
    await Promise.all(
      Array.from({ length: 20 }, () => sendRequest(get(url), { allowedTargets, lookup: names.lookup })),
    );
    expect(names.asked).toHaveLength(1);
    expect(desk.requests).toHaveLength(20);
  });
});

describe("https", () => {
  test("names the host in the handshake although the checked address is dialled", async () => {
    const hello = await firstBytesOf("https://desk.example");
    expect(hello.subarray(0, 1)).toEqual(Buffer.from([0x16]));
    expect(hello.includes("desk.example")).toBe(true);
  });

  test("to a server that does not speak it fails, unsent", async () => {
    const desk = await receiver();
    const end = await sendRequest(get(desk.url.replace("http:", "https:")), { allowedTargets });
    expect(end).toMatchObject({ kind: "failed", reason: "tls", sent: false });
  });
});

/** What a client says first to a server that then hangs up. */
async function firstBytesOf(origin: string): Promise<Buffer> {
  const heard: Buffer[] = [];
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", (chunk) => {
      heard.push(chunk);
      socket.destroy();
    });
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const { lookup } = answering(["127.0.0.1"]);
  expect(await sendRequest(get(`${origin}:${port}/`), { allowedTargets, lookup })).toMatchObject({
    kind: "failed",
    reason: "reset",
    sent: false,
  });
  return Buffer.concat(heard);
}
