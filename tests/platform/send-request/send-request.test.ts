import { createServer, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { parseAllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import type { OutboundRequest } from "@/lib/platform/send-request/outcome";
import { sendRequest } from "@/lib/platform/send-request/send-request";
import { type Receiver, type Respond, startReceiver } from "@/tests/support/receiver";

const allowedTargets = parseAllowedTargets(["127.0.0.1"]);
const open: { close: () => unknown }[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function receiver(respond?: Respond): Promise<Receiver> {
  const started = await startReceiver(respond);
  open.push(started);
  return started;
}

/** A server that speaks no HTTP of its own: `talk` does with each connection what it likes. */
async function rawServer(talk: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    talk(socket);
  });
  open.push({ close: () => server.close() });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `http://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}`;
}

/** Says `text` once a request has come in. */
function saying(text: string): (socket: Socket) => void {
  return (socket) => void socket.once("data", () => socket.write(text));
}

function get(url: string, more: Partial<OutboundRequest> = {}): OutboundRequest {
  return { method: "GET", url, headers: [], timeoutMs: 5_000, ...more };
}

describe("a request that is answered", () => {
  test("arrives as described, and its answer comes back whole", async () => {
    const desk = await receiver([{ status: 201, headers: { "X-Desk": ["a", "b"] }, body: "Grüße" }]);
    const end = await sendRequest(
      {
        method: "put",
        url: `${desk.url}/orders?x=1#part`,
        headers: [
          { name: "Content-Type", value: "text/plain" },
          { name: "X-Twice", value: "1" },
          { name: "X-Twice", value: "2" },
        ],
        body: "Hörer",
        timeoutMs: 5_000,
      },
      { allowedTargets },
    );
    expect(end).toMatchObject({ kind: "answered", status: 201, isBodyCut: false });
    if (end.kind !== "answered") return;
    expect(Buffer.from(end.body).toString()).toBe("Grüße");
    expect(end.headers.filter(({ name }) => name === "x-desk").map(({ value }) => value)).toEqual(["a", "b"]);
    expect(end.durationMs).toBeGreaterThanOrEqual(0);
    expect(desk.requests).toHaveLength(1);
    expect(desk.requests[0]).toMatchObject({ method: "PUT", path: "/orders?x=1", body: "Hörer" });
    expect(desk.requests[0]?.headers).toMatchObject({
      host: `127.0.0.1:${desk.port}`,
      "content-length": "6",
      "content-type": "text/plain",
      "x-twice": "1, 2",
      "user-agent": expect.stringMatching(/^Doorbell\/\d/),
    });
  });

  test("may carry any bytes", async () => {
    const desk = await receiver();
    const body = Uint8Array.from({ length: 256 }, (_, n) => n);
    await sendRequest(get(desk.url, { method: "POST", body }), { allowedTargets });
    expect(desk.requests[0]?.bodyBytes).toEqual(Buffer.from(body));
  });

  test.each([400, 404, 429, 500, 503])("with %i is answered all the same", async (status) => {
    const desk = await receiver([status]);
    expect(await sendRequest(get(desk.url), { allowedTargets })).toMatchObject({ kind: "answered", status });
  });

  test("tells how long to wait when it was asked to", async () => {
    const desk = await receiver([{ status: 429, headers: { "Retry-After": "7" } }, 429]);
    expect(await sendRequest(get(desk.url), { allowedTargets })).toMatchObject({ retryAfterMs: 7_000 });
    expect(await sendRequest(get(desk.url), { allowedTargets })).not.toHaveProperty("retryAfterMs");
  });

  test("by an interim answer first is judged by the final one", async () => {
    const url = await rawServer(saying("HTTP/1.1 103 Early\r\nlink: x\r\n\r\nHTTP/1.1 204 Done\r\nx-final: 1\r\n\r\n"));
    expect(await sendRequest(get(url), { allowedTargets })).toMatchObject({
      status: 204,
      headers: [{ name: "x-final", value: "1" }],
    });
  });

  test("to HEAD, or with nothing in it, has an empty body", async () => {
    const desk = await receiver([{ headers: { "content-encoding": "gzip" } }]);
    for (const method of ["HEAD", "GET"]) {
      const end = await sendRequest(get(desk.url, { method }), { allowedTargets });
      expect(end).toMatchObject({ kind: "answered", status: 200, isBodyCut: false });
      expect(end.kind === "answered" && end.body.length).toBe(0);
    }
  });

  test("is reached under the name localhost too, when its address is allowed", async () => {
    const desk = await receiver();
    const end = await sendRequest(get(`http://localhost:${desk.port}/`), { allowedTargets });
    expect(end).toMatchObject({ kind: "answered", status: 200 });
    expect(desk.requests[0]?.headers.host).toBe(`localhost:${desk.port}`);
  });

  test("never goes through the global fetch", async () => {
    const desk = await receiver();
    const fetchSpy = vi.spyOn(globalThis, "fetch");
    await sendRequest(get(desk.url), { allowedTargets });
    expect(fetchSpy).not.toHaveBeenCalled();
    fetchSpy.mockRestore();
  });
});

describe("an answer that is too big", () => {
  test("is kept up to the limit", async () => {
    const desk = await receiver(() => ({ body: Buffer.alloc(5_000_000, "x") }));
    const end = await sendRequest(get(desk.url), { allowedTargets });
    expect(end).toMatchObject({ kind: "answered", isBodyCut: true });
    expect(end.kind === "answered" && end.body.length).toBe(65_536);
  });

  test("but not by a byte, is whole", async () => {
    const desk = await receiver([{ body: "12345" }]);
    const whole = await sendRequest(get(desk.url), { allowedTargets, responseBytesMax: 5 });
    const cut = await sendRequest(get(desk.url), { allowedTargets, responseBytesMax: 4 });
    expect(whole).toMatchObject({ isBodyCut: false, body: Buffer.from("12345") });
    expect(cut).toMatchObject({ isBodyCut: true, body: Buffer.from("1234") });
  });

  test("once unpacked, is cut as well", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const desk = await receiver([{ headers: { "content-encoding": "gzip" }, body: bomb }]);
    const end = await sendRequest(get(desk.url), { allowedTargets });
    expect(end).toMatchObject({ kind: "answered", isBodyCut: true });
    expect(end.kind === "answered" && end.body.length).toBe(65_536);
  });

  test("and never ends, is not read on: the connection is closed", async () => {
    const ongoing = new Set<Socket>();
    const url = await rawServer((socket) => {
      const timer = setInterval(() => socket.write("x".repeat(10_000)), 1);
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      ongoing.add(socket);
      socket.on("close", () => {
        clearInterval(timer);
        ongoing.delete(socket);
      });
    });
    expect(await sendRequest(get(url), { allowedTargets })).toMatchObject({ kind: "answered", isBodyCut: true });
    await vi.waitFor(() => expect(ongoing.size).toBe(0));
  });

  test("in its headers, fails", async () => {
    const url = await rawServer(saying(`HTTP/1.1 200 OK\r\n${"x-a: 0123456789\r\n".repeat(2_000)}\r\n`));
    expect(await sendRequest(get(url), { allowedTargets })).toMatchObject({
      kind: "failed",
      reason: "other",
      sent: true,
      message: expect.stringContaining("more headers than are accepted"),
    });
  });
});

test("a packed answer is unpacked, its headers left as they came", async () => {
  const desk = await receiver([{ headers: { "content-encoding": "gzip" }, body: gzipSync("Somebody rang.") }]);
  const end = await sendRequest(get(desk.url), { allowedTargets });
  expect(end).toMatchObject({ kind: "answered", isBodyCut: false, body: Buffer.from("Somebody rang.") });
  expect(end).toHaveProperty("headers", expect.arrayContaining([{ name: "content-encoding", value: "gzip" }]));
  expect(desk.requests[0]?.headers["accept-encoding"]).toBe("gzip, deflate, br");
});

describe("a request that fails says why, and whether it may have been seen", () => {
  test("refused: not seen", async () => {
    const desk = await startReceiver();
    await desk.close();
    expect(await sendRequest(get(`${desk.url}/secret`), { allowedTargets })).toMatchObject({
      kind: "failed",
      reason: "refused",
      sent: false,
      message: `127.0.0.1:${desk.port} refused the connection.`,
    });
  });

  test("cut off after it was sent: seen", async () => {
    const desk = await receiver(["reset"]);
    const end = await sendRequest(get(desk.url, { method: "POST", body: "x" }), { allowedTargets });
    expect(end).toMatchObject({ kind: "failed", reason: "reset", sent: true });
    expect(desk.requests).toHaveLength(1);
  });

  test("cut off in the middle of the answer: seen", async () => {
    const url = await rawServer((socket) => {
      socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf"));
    });
    expect(await sendRequest(get(url), { allowedTargets })).toMatchObject({ reason: "reset", sent: true });
  });

  test("no answer in time: seen", async () => {
    const desk = await receiver(["hang"]);
    const end = await sendRequest(get(desk.url, { timeoutMs: 100 }), { allowedTargets });
    expect(end).toMatchObject({ kind: "failed", reason: "timeout", sent: true });
    expect(end).toHaveProperty("message", `127.0.0.1:${desk.port} did not answer within 0.1 seconds.`);
    expect(end.durationMs).toBeGreaterThanOrEqual(95);
    expect(end.durationMs).toBeLessThan(1_000);
  });

  test("an answer that trickles: the time is for all of it", async () => {
    const url = await rawServer((socket) => {
      const timer = setInterval(() => socket.write("x"), 10);
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n");
      socket.on("close", () => clearInterval(timer));
    });
    const end = await sendRequest(get(url, { timeoutMs: 150 }), { allowedTargets });
    expect(end).toMatchObject({ reason: "timeout", sent: true });
    expect(end.durationMs).toBeLessThan(1_000);
  });

  test("a name that is not found in time, or not at all: not seen", async () => {
    const url = "http://desk.example/";
    const silent = (): Promise<never> => new Promise(() => {});
    expect(await sendRequest(get(url, { timeoutMs: 50 }), { allowedTargets, lookup: silent })).toMatchObject({
      reason: "timeout",
      sent: false,
      message: "desk.example could not be reached within 0.05 seconds.",
    });
    const notFound = Object.assign(new Error("getaddrinfo ENOTFOUND desk.example"), { code: "ENOTFOUND" });
    expect(await sendRequest(get(url), { allowedTargets, lookup: () => Promise.reject(notFound) })).toMatchObject({
      reason: "dns",
      sent: false,
      message: "The name desk.example could not be found. Check the spelling of the address.",
    });
    expect(await sendRequest(get(url), { allowedTargets, lookup: async () => [] })).toMatchObject({
      reason: "dns",
      sent: false,
    });
  });

  test("no HTTP: seen", async () => {
    const url = await rawServer(saying("SSH-2.0-OpenSSH_9.2\r\n"));
    expect(await sendRequest(get(url), { allowedTargets })).toMatchObject({
      reason: "other",
      sent: true,
      message: expect.stringContaining("did not answer in HTTP"),
    });
  });

  test.each(["", "GE T", "CONNECT", "TRACE", "GET\r\nx: 1"])("the method %j: not seen", async (method) => {
    const desk = await receiver();
    const end = await sendRequest(get(desk.url, { method }), { allowedTargets });
    expect(end).toMatchObject({ kind: "failed", reason: "other", sent: false });
    expect(desk.connectionCount()).toBe(0);
  });

  test("a header with a line break: not seen", async () => {
    const desk = await receiver();
    const headers = [{ name: "x-note", value: "1\r\nx-other: 2" }];
    const end = await sendRequest(get(desk.url, { headers }), { allowedTargets });
    expect(end).toMatchObject({ kind: "failed", reason: "other", sent: false });
    expect(desk.connectionCount()).toBe(0);
  });
});

describe("a cancelled request", () => {
  test("ends at once", async () => {
    const desk = await receiver(["hang"]);
    const cancel = new AbortController();
    const pending = sendRequest(get(desk.url), { allowedTargets, signal: cancel.signal });
    setTimeout(() => cancel.abort(), 50);
    expect(await pending).toMatchObject({ kind: "failed", reason: "other", message: "The request was cancelled." });
  });

  test("before its start is never sent", async () => {
    const desk = await receiver();
    const end = await sendRequest(get(desk.url), { allowedTargets, signal: AbortSignal.abort() });
    expect(end).toMatchObject({ kind: "failed", reason: "other", sent: false });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(desk.connectionCount()).toBe(0);
  });
});
