import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { believeOnlyProxies } from "@/lib/platform/forwarded-headers";
import { NONCE_HEADER, PATH_HEADER, prepareRequest, securityHeaders } from "@/lib/platform/security-headers";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

test("no page may run a script, or be framed, that we did not name", () => {
  const policy = securityHeaders("abc", { isHttps: true })["content-security-policy"] ?? "";
  const directives = new Map(policy.split("; ").map((line) => [line.split(" ")[0], line]));
  expect(directives.get("script-src")).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(directives.get("style-src")).toBe("style-src 'self' 'nonce-abc'");
  expect(directives.get("frame-ancestors")).toBe("frame-ancestors 'none'");
  expect(directives.get("object-src")).toBe("object-src 'none'");
  expect(directives.get("base-uri")).toBe("base-uri 'none'");
});

test("only https is told to be kept to", () => {
  expect(securityHeaders("abc", { isHttps: true })["strict-transport-security"]).toMatch(/max-age=\d{8}/);
  expect(securityHeaders("abc", { isHttps: false })["strict-transport-security"]).toBeUndefined();
});

test("each page gets a nonce of its own, the same for Next and for the browser", async () => {
  const [one, other] = [await visit("/workflows?_rsc=1a2b&q=x"), await visit("/workflows?_rsc=1a2b&q=x")];
  const policy = one.answer.get("content-security-policy") ?? "";
  expect(one.seen["content-security-policy"]).toBe(policy);
  expect(policy).toContain(`'nonce-${one.seen[NONCE_HEADER]}'`);
  expect(one.seen[NONCE_HEADER]).not.toBe(other.seen[NONCE_HEADER]);
  expect(one.seen[PATH_HEADER]).toBe("/workflows?q=x");
});

test("a visitor can choose neither nonce nor path", async () => {
  const forged = {
    "content-security-policy": "script-src 'nonce-evil'",
    [NONCE_HEADER]: "evil",
    [PATH_HEADER]: "/evil",
  };
  const { seen } = await visit("/", forged);
  expect(JSON.stringify(seen)).not.toContain("evil");
});

test("an answer of the API may load and run nothing, wherever it is shown", async () => {
  const { answer } = await visit("/api/v1/deliveries");
  expect(answer.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
  expect(answer.get("x-content-type-options")).toBe("nosniff");
});

test.each([
  ["//", "//"],
  ["//evil.example/x", "//evil.example/x"],
  ["/%", "/%25"],
  ["/\\x", "/\\x"],
  ["*", "*"],
])("an odd path is no obstacle: %s", async (path, told) => {
  const { seen } = await visit("/", {}, { rawPath: path });
  expect(seen[PATH_HEADER]).toBe(told);
});

test("a stranger's forwarding headers are replaced by what the connection tells", async () => {
  const { seen } = await visit("/", {
    "x-forwarded-for": "1.2.3.4",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "evil.example",
    forwarded: "for=1.2.3.4",
  });
  expect(seen["x-forwarded-for"]).toBe("127.0.0.1");
  expect(seen["x-forwarded-proto"]).toBe("http");
  expect(seen["x-forwarded-host"]).toBe(seen.host);
  expect(seen["forwarded"]).toBeUndefined();
});

test("a trusted proxy's are kept, by their right-most value", async () => {
  const forwarded = {
    "x-forwarded-for": "9.9.9.9, 198.51.100.1",
    "x-forwarded-proto": "http, https",
    "x-forwarded-host": "bell.example",
  };
  const { seen, isHttps } = await visit("/", forwarded, { proxies: ["127.0.0.1"] });
  expect(seen["x-forwarded-for"]).toBe("198.51.100.1");
  expect(seen["x-forwarded-host"]).toBe("bell.example");
  expect(isHttps).toBe(true);
});

type Visit = { seen: IncomingHttpHeaders; answer: Headers; isHttps?: boolean };

/** Asks a real server, and tells what the request looked like behind `prepareRequest`. */
async function visit(
  path: string,
  headers: Record<string, string> = {},
  { rawPath = path, proxies = [] }: { rawPath?: string; proxies?: string[] } = {},
): Promise<Visit> {
  let seen: IncomingHttpHeaders = {};
  let isHttps = false;
  const server = createServer((request, response) => {
    request.url = rawPath;
    ({ isHttps } = believeOnlyProxies(request, proxies));
    seen = proxies.length > 0 ? request.headers : prepareRequest(request, response).headers;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  return { seen, answer: response.headers, isHttps };
}
