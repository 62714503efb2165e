import type { LookupAddress } from "node:dns";
import { describe, expect, test } from "vitest";
import type { OutboundRequest } from "@/lib/platform/send-request/outcome";
import { redirectOf } from "@/lib/platform/send-request/redirect";
import { sendRequest } from "@/lib/platform/send-request/send-request";
import { allowedTargets, receiver } from "@/tests/support/outbound";

function to(location: string, status = 302): { status: number; headers: { location: string } } {
  return { status, headers: { location } };
}

function post(url: string, headers: Record<string, string> = {}): OutboundRequest {
  const list = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return { method: "POST", url, headers: list, body: "order", timeoutMs: 5_000 };
}

describe("a redirect", () => {
  test.each([
    [301, "GET", ""],
    [302, "GET", ""],
    [303, "GET", ""],
    [307, "POST", "order"],
    [308, "POST", "order"],
  ])("with %i goes on as %s %j", async (status, method, body) => {
    const desk = await receiver([to("/there?x=1", status), { body: "arrived" }]);
    const end = await sendRequest(post(`${desk.url}/here`, { "Content-Type": "text/plain", "X-Kept": "1" }), {
      allowedTargets,
    });
    expect(end).toMatchObject({ kind: "answered", status: 200, url: `${desk.url}/there?x=1` });
    expect(desk.requests[1]).toMatchObject({ method, body, path: "/there?x=1" });
    expect(desk.requests[1]?.headers["x-kept"]).toBe("1");
    expect(desk.requests[1]?.headers["content-type"]).toBe(method === "POST" ? "text/plain" : undefined);
  });

  test("is followed five times and no more", async () => {
    const desk = await receiver((_request, n) => (n <= 5 ? to(`/${n}`) : 200));
    expect(await sendRequest(post(desk.url), { allowedTargets })).toMatchObject({ kind: "answered", status: 200 });

    const loop = await receiver([to("/again")]);
    expect(await sendRequest(post(loop.url), { allowedTargets })).toMatchObject({
      kind: "failed",
      reason: "too_many_redirects",
      sent: true,
    });
    expect(loop.requests).toHaveLength(6);
  });

  test("without a place to go is an answer", async () => {
    const desk = await receiver([302]);
    expect(await sendRequest(post(desk.url), { allowedTargets })).toMatchObject({ kind: "answered", status: 302 });
  });

  test("takes from the one time limit", async () => {
    const desk = await receiver([{ ...to("/again"), delayMs: 80 }]);
    const end = await sendRequest({ ...post(desk.url), timeoutMs: 200 }, { allowedTargets });
    expect(end).toMatchObject({ kind: "failed", reason: "timeout", sent: true });
    expect(end.durationMs).toBeLessThan(1_000);
  });
});

describe("a redirect to another origin", () => {
  const credentials = {
    Authorization: "Bearer secret",
    Cookie: "secret=1",
    "X-Api-Key": "secret",
    "X-Anything": "secret",
  };
  const harmless = { Accept: "text/plain", "User-Agent": "mine", "Idempotency-Key": "k1", "Content-Type": "text/x" };

  test("keeps no header that could be a credential, not even when it leads back", async () => {
    const first = await receiver((request) => (request.path === "/back" ? 200 : to(`${other.url}/`, 307)));
    const other = await receiver([to(`${first.url}/back`, 307)]);
    const end = await sendRequest(post(first.url, { ...credentials, ...harmless }), { allowedTargets });

    expect(end).toMatchObject({ kind: "answered", status: 200, url: `${first.url}/back` });
    expect(first.requests[0]?.headers.authorization).toBe("Bearer secret");
    for (const request of [other.requests[0], first.requests[1]]) {
      expect(request?.headers).toMatchObject({
        accept: "text/plain",
        "user-agent": "mine",
        "idempotency-key": "k1",
        "content-type": "text/x",
      });
      expect(JSON.stringify(request?.headers)).not.toContain("secret");
    }
  });
});

describe("a redirect is checked like any address", () => {
  test.each([
    "http://127.0.0.2:PORT/",
    "http://[::1]:PORT/",
    "http://0x7f000002:PORT/",
    "http://2130706434:PORT/",
    "http://0:PORT/",
    "//127.0.0.2:PORT/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::ffff:127.0.0.2]:PORT/",
    "http://metadata.google.internal/",
    "http://elsewhere.example/",
  ])("%s is blocked", async (location) => {
    const inside = await receiver([200], "127.0.0.2");
    const desk = await receiver([to(location.replace("PORT", String(inside.port)), 307)]);
    const lookup = async (): Promise<LookupAddress[]> => [{ address: "169.254.169.254", family: 4 }];
    expect(await sendRequest(post(desk.url), { allowedTargets, lookup })).toMatchObject({
      kind: "blocked",
      message: expect.stringMatching(/^127\.0\.0\.1:\d+ redirected the request\. .* private network/),
    });
    expect(inside.connectionCount()).toBe(0);
  });

  test.each(["file:///etc/passwd", "ftp://1.1.1.1/", "javascript:alert(1)", "http://u:p@127.0.0.1/", "http://[::1"])(
    "%s is no place to go",
    async (location) => {
      const desk = await receiver([to(location)]);
      expect(await sendRequest(post(desk.url), { allowedTargets })).toMatchObject({
        kind: "failed",
        reason: "bad_url",
        sent: true,
      });
    },
  );

  test("a name that led outside the first time and inside the second is blocked", async () => {
    let lookups = 0;
    const lookup = async (): Promise<LookupAddress[]> => {
      lookups += 1;
      return [{ address: lookups === 1 ? "127.0.0.1" : "127.0.0.2", family: 4 }];
    };
    const desk = await receiver((request) =>
      to(`http://other.example:${new URL(`http://${request.headers.host}`).port}/`),
    );
    const end = await sendRequest(post(`http://desk.example:${desk.port}/`), { allowedTargets, lookup });
    expect(end).toMatchObject({ kind: "blocked" });
    expect([lookups, desk.requests.length]).toEqual([2, 1]);
  });

  test("from https to http is refused", () => {
    const hop = { url: new URL("https://desk.example/a"), method: "GET", headers: [], body: undefined };
    const headers = [{ name: "location", value: "http://desk.example/b" }];
    expect(redirectOf(hop, { status: 302, headers })).toMatchObject({ kind: "refused" });
    expect(redirectOf({ ...hop, url: new URL("http://desk.example/a") }, { status: 302, headers })).toMatchObject({
      kind: "to",
      hop: { url: new URL("http://desk.example/b") },
    });
  });
});

test.each([
  ["PUT", 302, "PUT"],
  ["PUT", 303, "GET"],
  ["HEAD", 303, "HEAD"],
  ["GET", 301, "GET"],
  ["DELETE", 308, "DELETE"],
])("%s with %i goes on as %s", (method, status, next) => {
  const hop = { url: new URL("http://desk.example/a"), method, headers: [], body: "x" };
  const redirect = redirectOf(hop, { status, headers: [{ name: "location", value: "b" }] });
  expect(redirect).toMatchObject({ kind: "to", hop: { method: next, url: new URL("http://desk.example/b") } });
});
