import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { sendRequest } from "@/lib/platform/send-request/send-request";
import { allowedTargets, get, rawServer, receiver, saying } from "@/tests/support/outbound";

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
