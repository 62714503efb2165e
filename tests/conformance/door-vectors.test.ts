import { existsSync, readFileSync } from "node:fs";
import { createServer, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { findSource, sources } from "@/lib/catalog/sources/index";
import type { Actor } from "@/lib/domain/accounts/actor";
import { answerNodeRing } from "@/lib/services/answer-node-ring";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { listDeliveries } from "@/lib/services/list-deliveries";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

/** Collected vectors and handshakes, when they lie beside the repository. */
const COLLECTION = new URL("../../../shared/providers/vectors.json", import.meta.url);

type Sent = {
  method: string;
  url?: string;
  headers: Record<string, string | string[]>;
  body: string;
  bodyEncoding?: "utf8" | "base64";
};
type Setting = { secret?: string | string[]; options?: Record<string, unknown>; now?: number };
type Keys = { certs?: Record<string, string>; certsByKid?: Record<string, string> };
type Vector = Sent &
  Setting & {
    id: string;
    provider: string;
    scheme?: string;
    keys?: Keys;
    expect: "accept" | "reject";
    optional?: boolean;
    reason: string;
  };
type Expected = {
  status?: number | number[];
  body?: string;
  json?: unknown;
  contentType?: string;
  headers?: Record<string, string | string[]>;
  absentHeaders?: string[];
};
type Handshake = Setting & {
  id: string;
  provider: string;
  keys?: Keys;
  emitsEvent: boolean;
  request: Sent;
  expectResponse: Expected & { oneOf?: Expected[] };
};

const collected: { vectors: Vector[]; handshakes: Handshake[] } = existsSync(COLLECTION)
  ? JSON.parse(readFileSync(COLLECTION, "utf8"))
  : { vectors: [], handshakes: [] };
const own: Vector[] = sources.flatMap((source) =>
  source.vectors.map(({ name, secrets, nowSeconds, keys, method = "POST", ...vector }, n) => ({
    ...vector,
    id: `${source.id} ${n + 1}`,
    provider: source.id,
    method,
    secret: [...secrets],
    ...(nowSeconds === undefined ? {} : { now: nowSeconds }),
    ...(keys ? { keys: { certs: { ...keys } } } : {}),
    reason: name,
  })),
);

/** What stands where senders publish their keys: the one thing here that is not asked for over a socket. */
let published: Keys = {};
vi.mock("@/lib/services/published-keys", () => ({
  publishedKeys: async (urls: string[]) =>
    new Map(
      urls.flatMap((url) => {
        const text = published.certs?.[url] ?? (published.certsByKid && JSON.stringify(published.certsByKid));
        return text === undefined ? [] : [[url, text] as const];
      }),
    ),
}));

provideTestDatabase();

let actor: Actor;
let port: number;
const server = createServer((request, response) => void answerNodeRing(request, response, () => {}));

beforeAll(async () => {
  actor = await createTestWorkspace();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());
afterEach(() => vi.useRealTimers());

async function openDoor(provider: string, { secret, options = {}, now }: Setting, sent: Sent): Promise<string> {
  if (now !== undefined) vi.useFakeTimers({ toFake: ["Date"], now: now * 1_000 });
  const endpoint = await createEndpoint(actor, {
    name: provider,
    source: provider,
    signingSecrets: [secret ?? []].flat().filter(Boolean),
    options: { ...options, ...(sent.url ? { publicUrl: sent.url } : {}) },
  });
  const query = sent.url?.includes("?") ? sent.url.slice(sent.url.indexOf("?")) : "";
  return new URL(endpoint.url).pathname + query;
}

type Heard = { status: number; headers: IncomingHttpHeaders; body: string };

function send(path: string, { method, headers, body, bodyEncoding = "utf8" }: Sent): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const sending = httpRequest({ port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    sending.on("error", reject);
    const bytes = Buffer.from(body, bodyEncoding);
    if (bytes.length > 0) sending.setHeader("content-length", bytes.length);
    sending.end(bytes);
  });
}

const known = [...collected.vectors, ...own].filter(({ provider, optional }) => findSource(provider) && !optional);

test.each(known)("$id over HTTP: $expect, $reason", async (vector) => {
  published = vector.keys ?? {};
  const options = { ...vector.options, ...(vector.scheme ? { scheme: vector.scheme } : {}) };
  const path = await openDoor(vector.provider, { ...vector, options }, vector);
  const { status } = await send(path, vector);
  if (vector.expect === "accept") expect(status).toBeLessThan(300);
  else expect(status).toBe(401);
});

const shaken = collected.handshakes.filter(({ provider }) => findSource(provider));

describe.skipIf(shaken.length === 0)("the handshakes that senders begin with", () => {
  test.each(shaken)("$id is answered as its sender wants it", async (handshake) => {
    published = handshake.keys ?? {};
    const path = await openDoor(handshake.provider, handshake, handshake.request);
    const heard = await send(path, handshake.request);
    const { oneOf = [{}], ...common } = handshake.expectResponse;
    const problems = oneOf.map((each) => problemsOf(heard, { ...common, ...each }));
    expect(problems.some((list) => list.length === 0) ? [] : problems).toEqual([]);
    if (handshake.emitsEvent) return;
    const { items } = await listDeliveries(actor, { limit: 1 });
    expect(items[0]?.verdict).not.toBe("accepted");
  });
});

function problemsOf(heard: Heard, expected: Expected): string[] {
  const problems: string[] = [];
  const note = (isWrong: boolean, what: string) => isWrong && problems.push(`${what}: ${JSON.stringify(heard)}`);
  if (expected.status !== undefined) note(![expected.status].flat().includes(heard.status), "status");
  if (expected.body !== undefined) note(heard.body !== expected.body, "body");
  if (expected.json !== undefined)
    note(JSON.stringify(JSON.parse(heard.body)) !== JSON.stringify(expected.json), "json");
  if (expected.contentType) note(!heard.headers["content-type"]?.startsWith(expected.contentType), "content type");
  for (const [name, value] of Object.entries(expected.headers ?? {})) {
    const came = heard.headers[name.toLowerCase()];
    const isFine = String(value).startsWith("<") ? came !== undefined : [value].flat().includes(String(came));
    note(!isFine, `header ${name}`);
  }
  for (const name of expected.absentHeaders ?? [])
    note(heard.headers[name.toLowerCase()] !== undefined, `header ${name}`);
  return problems;
}
