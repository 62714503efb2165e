import { describe, expect, test, vi } from "vitest";
import { sendRequest } from "@/lib/platform/send-request/send-request";
import { allowedTargets, get, rawServer, receiver, saying } from "@/tests/support/outbound";

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
