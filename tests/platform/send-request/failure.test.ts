import { describe, expect, test } from "vitest";
import { sendRequest } from "@/lib/platform/send-request/send-request";
import { allowedTargets, get, rawServer, receiver, saying } from "@/tests/support/outbound";
import { startReceiver } from "@/tests/support/receiver";

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
