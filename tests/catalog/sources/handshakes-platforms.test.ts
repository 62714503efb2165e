import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Source } from "@/lib/catalog/sources/define-source";
import type { HandshakeAnswer } from "@/lib/catalog/sources/handshake";
import { platforms } from "@/lib/catalog/sources/part-platforms";
import { verifierOf } from "@/lib/catalog/sources/verifier-of";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";
import { proofCrypto } from "@/lib/platform/proof-crypto";

type Arrival = { method?: string; url?: string; headers?: Record<string, string>; body?: string };
type Endpoint = { secrets?: string[]; options?: Record<string, unknown> };

const byId = new Map<string, Source>(platforms.map((source) => [source.id, source]));

function find(id: string): Source {
  const source = byId.get(id);
  if (!source) throw new Error(`There is no source ${id}.`);
  return source;
}

function requestOf({ method = "POST", url = "https://door.example/h/1", headers = {}, body = "" }: Arrival) {
  const lists = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]]);
  return { method, url, headers: Object.fromEntries(lists), body: new TextEncoder().encode(body) };
}

/** The first answer that one of the source's handshakes gives, and whether that one asks for proof. */
function shake(source: Source, request: SignedRequest, { secrets = [], options = {} }: Endpoint) {
  for (const handshake of source.handshakes) {
    const answer = handshake.answer(request, { secrets, options, crypto: proofCrypto });
    if (answer) return { needsProof: handshake.needsProof, answer };
  }
  return undefined;
}

function answerOf(id: string, arrival: Arrival, endpoint: Endpoint = {}): HandshakeAnswer | undefined {
  return shake(find(id), requestOf(arrival), endpoint)?.answer;
}

const sns = (fields: object) => ({
  headers: { "x-amz-sns-message-type": "SubscriptionConfirmation" },
  body: JSON.stringify({ Type: "SubscriptionConfirmation", ...fields }),
});

const text = { "content-type": "text/plain", "x-content-type-options": "nosniff" };

describe("handshakes", () => {
  test("Asana's secret is sent back and handed over, but not in the place of another", () => {
    const arrival = { headers: { "X-Hook-Secret": "0f1e2d3c" } };
    const answer = { status: 200, headers: { "x-hook-secret": "0f1e2d3c" }, secret: "0f1e2d3c" };
    expect(answerOf("asana", arrival)).toEqual(answer);
    expect(answerOf("asana", arrival, { secrets: ["0f1e2d3c"] })).toEqual(answer);
    expect(answerOf("asana", arrival, { secrets: ["another"] })).toMatchObject({ status: 409, ok: false });
    expect(answerOf("asana", { ...arrival, method: "GET" })).toBeUndefined();
    expect(answerOf("asana", { headers: { "x-hook-signature": "00" }, body: '{"events":[]}' })).toBeUndefined();
  });

  test("Notion's token is handed over only by a request that carries no signature", () => {
    const body = '{"verification_token":"secret_abc"}';
    expect(answerOf("notion", { body })).toEqual({ status: 200, secret: "secret_abc" });
    expect(answerOf("notion", { body, headers: { "x-notion-signature": "sha256=00" } })).toBeUndefined();
    expect(answerOf("notion", { body: '{"verification_token":4}' })).toBeUndefined();
    expect(answerOf("notion", { body: "no JSON" })).toBeUndefined();
  });

  test("an SNS subscription is confirmed at Amazon only", () => {
    const good = "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t";
    expect(answerOf("aws-sns", sns({ SubscribeURL: good }))).toEqual({ status: 200, confirmUrl: good });
    for (const bad of [
      "https://sns.eu-west-1.amazonaws.com.evil.example/",
      "https://sns.eu-west-1.amazonaws.com@evil.example/",
      "https://evil.example/?sns.eu-west-1.amazonaws.com",
      "https://sns.eu-west-1.amazonaws.com:8443/",
      "http://sns.eu-west-1.amazonaws.com/",
      "file:///etc/passwd",
      "",
      undefined,
    ]) {
      expect(answerOf("aws-sns", sns({ SubscribeURL: bad }))).toEqual({ status: 400, ok: false });
    }
    expect(find("aws-sns").handshakes.every(({ needsProof }) => needsProof)).toBe(true);
  });

  test("an SNS subscription that ended is not brought back", () => {
    const headers = { "x-amz-sns-message-type": "UnsubscribeConfirmation" };
    const body = '{"Type":"UnsubscribeConfirmation","SubscribeURL":"https://sns.eu-west-1.amazonaws.com/"}';
    expect(answerOf("aws-sns", { headers, body })).toEqual({ status: 200 });
    expect(answerOf("aws-sns", { headers, body: '{"Type":"Notification"}' })).toBeUndefined();
  });

  test("what Dropbox and Graph ask is echoed as plain text, unless it is long or odd", () => {
    const at = (query: string) => `https://door.example/h/1?${query}`;
    expect(answerOf("dropbox", { method: "GET", url: at("challenge=a%3Cb%3E") })).toEqual({
      status: 200,
      headers: text,
      body: "a<b>",
    });
    expect(answerOf("dropbox", { method: "GET", url: at("challenge=a%0D%0Ab") })).toBeUndefined();
    expect(answerOf("dropbox", { method: "GET", url: at(`challenge=${"a".repeat(1_001)}`) })).toBeUndefined();
    expect(answerOf("dropbox", { method: "POST", url: at("challenge=a") })).toBeUndefined();
    expect(answerOf("microsoft-graph", { url: at("validationToken=a%2520b+c") })?.body).toBe("a%20b c");
  });

  test("Event Grid's code is returned, and the address that comes with it is not visited", () => {
    const headers = { "aeg-event-type": "SubscriptionValidation" };
    const body = '[{"data":{"validationCode":"512d","validationUrl":"https://evil.example"}}]';
    expect(answerOf("azure-event-grid", { headers, body })).toEqual({
      status: 200,
      headers: { "content-type": "application/json" },
      body: '{"validationResponse":"512d"}',
    });
    expect(answerOf("azure-event-grid", { headers, body: '[{"data":{}}]' })).toBeUndefined();
    expect(answerOf("azure-event-grid", { body })).toBeUndefined();
  });

  test("CloudEvents senders may deliver when their origin is in the list", () => {
    const ask = (origin: string, allowedOrigins?: unknown) =>
      answerOf(
        "cloudevents",
        { method: "OPTIONS", headers: { "WebHook-Request-Origin": origin, "WebHook-Request-Rate": "60" } },
        { options: { allowedOrigins } },
      );
    const granted = { "webhook-allowed-origin": "a.example", "webhook-allowed-rate": "60" };
    expect(ask("a.example", ["b.example", "A.example"])).toMatchObject({ status: 200, headers: granted });
    expect(ask("a.example", "b.example, a.example")).toMatchObject({ status: 200, headers: granted });
    expect(ask("a.example", "*")).toMatchObject({ status: 200, headers: granted });
    for (const none of [undefined, [], "", "b.example", ["xa.example"], 4]) {
      expect(ask("a.example", none)).toEqual({ status: 403, ok: false });
    }
    const grid = { method: "OPTIONS", headers: { "webhook-request-origin": "eventgrid.azure.net" } };
    expect(answerOf("azure-event-grid", grid)?.headers).toMatchObject({ "webhook-allowed-rate": "*" });
  });

  test("X has nothing signed that could be an event", () => {
    const ask = (token: string, secrets = ["x-consumer-secret"]) =>
      answerOf(
        "x",
        { method: "GET", url: `https://door.example/h/x?crc_token=${encodeURIComponent(token)}` },
        { secrets },
      );
    expect(ask("challenge_string")?.body).toBe(
      '{"response_token":"sha256=Mh91teySBWI4Mi/M5j5jgDFjp2IIQhy8AWNxU0NSqQc="}',
    );
    for (const event of ['{"for_user_id":"1"}', " {}", "[1]", ""]) {
      expect(ask(event)).toEqual({ status: 403, ok: false });
    }
    expect(ask("challenge_string", [])).toEqual({ status: 403, ok: false });
  });

  test("a hub is told that its own topic is wanted, and nothing else is", () => {
    const ask = (mode: string, topic: string, options: object = { topic: "https://example.com/feed" }) =>
      answerOf(
        "websub",
        { method: "GET", url: `https://door.example/h?hub.mode=${mode}&hub.topic=${topic}&hub.challenge=42` },
        { options: { ...options } },
      );
    expect(ask("subscribe", "https://example.com/feed")).toEqual({ status: 200, headers: text, body: "42" });
    expect(ask("subscribe", "https://example.com/other")).toEqual({ status: 404, ok: false });
    expect(ask("unsubscribe", "https://example.com/feed")).toEqual({ status: 404, ok: false });
    expect(ask("subscribe", "https://example.com/feed", {})).toEqual({ status: 404, ok: false });
    expect(answerOf("websub", { method: "GET" })).toBeUndefined();
  });

  test("monday's, Okta's and Twitch's challenges are echoed, and Trello's HEAD is answered", () => {
    expect(answerOf("monday", { body: '{"challenge":"a\\"b"}' })?.body).toBe('{"challenge":"a\\"b"}');
    expect(answerOf("monday", { body: '{"challenge":"a","event":{"type":"create_pulse"}}' })).toBeUndefined();
    const okta = { method: "GET", headers: { "x-okta-verification-challenge": "ab" } };
    expect(answerOf("okta", okta)?.body).toBe('{"verification":"ab"}');
    const twitch = { headers: { "twitch-eventsub-message-type": "webhook_callback_verification" } };
    expect(answerOf("twitch", { ...twitch, body: '{"challenge":"pog"}' })).toMatchObject({ status: 200, body: "pog" });
    expect(answerOf("twitch", { headers: { "twitch-eventsub-message-type": "revocation" } })).toEqual({ status: 204 });
    expect(answerOf("twitch", { headers: { "twitch-eventsub-message-type": "notification" } })).toBeUndefined();
    expect(answerOf("trello", { method: "HEAD" })).toEqual({ status: 200 });
  });
});

test.each(platforms)("no sample of $id is taken for a handshake", (source) => {
  for (const { headers, body } of source.samples) {
    expect(shake(source, requestOf({ headers, body }), { secrets: ["s"] })).toBeUndefined();
  }
});

const COLLECTION = new URL("../../../../shared/providers/vectors.json", import.meta.url);

type Published = {
  id: string;
  provider: string;
  secret?: string;
  keys?: { certs: Record<string, string> };
  options?: Record<string, unknown>;
  now?: number;
  stores?: Record<string, string>;
  sideEffect?: { GET: string };
  request: Required<Omit<Arrival, "url">> & { url?: string };
  expectResponse: {
    status?: number | number[];
    contentType?: string;
    headers?: Record<string, string | string[]>;
    absentHeaders?: string[];
    body?: string;
    json?: unknown;
  };
};

const idOf = ({ provider }: Published) => (provider === "x-twitter" ? "x" : provider);
const published: Published[] = existsSync(COLLECTION) ? JSON.parse(readFileSync(COLLECTION, "utf8")).handshakes : [];
const covered = published.filter((handshake) => byId.has(idOf(handshake)));

describe.skipIf(covered.length === 0)("the published handshakes", () => {
  test.each(covered)("$id", (handshake) => {
    const { secret, options = {}, expectResponse, stores = {}, sideEffect } = handshake;
    const request = requestOf(handshake.request);
    const shaken = shake(find(idOf(handshake)), request, { secrets: secret ? [secret] : [], options });
    if (!shaken) throw new Error("It was not answered.");
    if (shaken.needsProof) expect(isProven(handshake, request)).toBe(true);
    checkAnswer(shaken.answer, expectResponse);
    expect(shaken.answer.secret).toBe(Object.values(stores)[0]);
    expect(shaken.answer.confirmUrl).toBe(sideEffect?.GET);
  });
});

function isProven(handshake: Published, request: SignedRequest): boolean {
  const { secret, options = {}, keys, now = 0 } = handshake;
  const verifier = verifierOf(find(idOf(handshake)), options);
  if (!verifier || verifier === "none") return false;
  const secrets = secret ? [{ id: "sec_1", value: secret }] : [];
  const known = new Map(Object.entries(keys?.certs ?? {}));
  return verifier.verify(request, { secrets, options, keys: known, crypto: proofCrypto, nowMs: now * 1_000 }).ok;
}

function checkAnswer(answer: HandshakeAnswer, expected: Published["expectResponse"]) {
  const { headers = {}, body = "" } = answer;
  if (expected.status !== undefined) expect([expected.status].flat()).toContain(answer.status);
  if (expected.body !== undefined) expect(body).toBe(expected.body);
  if (expected.json !== undefined) expect(JSON.parse(body)).toEqual(expected.json);
  if (expected.contentType) expect(headers["content-type"] ?? "text/plain").toBe(expected.contentType);
  for (const name of expected.absentHeaders ?? []) expect(headers).not.toHaveProperty(name.toLowerCase());
  for (const [name, value] of Object.entries(expected.headers ?? {})) {
    const actual = headers[name.toLowerCase()];
    if (value === "<positive integer or *>") expect(actual).toMatch(/^(\*|[1-9]\d*)$/);
    else expect([value].flat()).toContain(actual);
  }
}
