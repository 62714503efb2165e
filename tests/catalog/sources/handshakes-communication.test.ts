import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Source } from "@/lib/catalog/sources/define-source";
import type { HandshakeAnswer } from "@/lib/catalog/sources/handshake";
import { communication } from "@/lib/catalog/sources/part-communication";
import { verifierOf } from "@/lib/catalog/sources/verifier-of";
import { parseBody } from "@/lib/domain/deliveries/parse-body";
import { readEvent } from "@/lib/domain/deliveries/read-event";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";
import { proofCrypto } from "@/lib/platform/proof-crypto";

/** A larger collection of published handshakes, when it lies beside the repository. */
const COLLECTION = new URL("../../../../shared/providers/vectors.json", import.meta.url);

const byId = new Map<string, Source>(communication.map((source) => [source.id, source]));

type Ring = {
  source: string;
  method?: string;
  url?: string;
  headers?: Record<string, string>;
  body?: string;
  secret?: string;
  options?: Record<string, unknown>;
  nowSeconds?: number;
};

function sourceOf(id: string): Source {
  const source = byId.get(id);
  if (!source) throw new Error(`There is no source ${id}.`);
  return source;
}

function requestOf({ method = "POST", url = "", headers = {}, body = "" }: Ring): SignedRequest {
  const lists = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]]);
  return { method, url, headers: Object.fromEntries(lists), body: new TextEncoder().encode(body) };
}

type Answer = HandshakeAnswer & { emitsEvent: boolean };

/** The door in small: a handshake where it is one, a refusal without proof, or else a delivery. */
function answer(ring: Ring): Answer {
  const { secret, options = {}, nowSeconds = 0 } = ring;
  const source = sourceOf(ring.source);
  const request = requestOf(ring);
  const secrets = secret === undefined ? [] : [{ id: "sec_1", value: secret }];
  const verifier = verifierOf(source, options);
  const context = { secrets, options, keys: new Map(), nowMs: nowSeconds * 1_000, crypto: proofCrypto };
  const isProven = verifier === "none" || verifier?.verify(request, context).ok === true;

  for (const handshake of source.handshakes) {
    if (handshake.needsProof && !isProven) continue;
    const values = secrets.map(({ value }) => value);
    const found = handshake.answer(request, { secrets: values, options, crypto: proofCrypto });
    if (found) return { ...found, emitsEvent: false };
  }
  if (!isProven) return { status: 401, emitsEvent: false };
  const accepted = source.replies.accepted?.(request.body);
  if (!accepted) return { status: 202, emitsEvent: true };
  return { ...accepted, headers: { "content-type": accepted.contentType }, emitsEvent: true };
}

type Published = {
  id: string;
  provider: string;
  secret?: string;
  options?: Record<string, unknown>;
  now?: number;
  emitsEvent?: boolean;
  eventId?: string;
  eventType?: string;
  request: { method: string; url?: string; headers: Record<string, string>; body: string };
  expectResponse: Expected & { oneOf?: Expected[] };
};

type Expected = {
  status?: number | number[];
  contentType?: string;
  body?: string;
  bodyContains?: string;
  json?: unknown;
  xmlEquivalent?: string;
};

const published: Published[] = existsSync(COLLECTION) ? JSON.parse(readFileSync(COLLECTION, "utf8")).handshakes : [];
const covered = published.filter(({ provider }) => byId.has(provider));

describe.skipIf(covered.length === 0)("the published handshakes", () => {
  test.each(covered)("$id", (handshake) => {
    const { provider, secret, options, now, request, expectResponse } = handshake;
    const ring: Ring = { source: provider, ...request };
    if (secret !== undefined) ring.secret = secret;
    if (options) ring.options = options;
    if (now !== undefined) ring.nowSeconds = now;
    const found = answer(ring);
    if (handshake.emitsEvent !== undefined) expect(found.emitsEvent).toBe(handshake.emitsEvent);
    const { oneOf = [{}], ...common } = expectResponse;
    expect(oneOf.some((expected) => isAsExpected(found, { ...common, ...expected }))).toBe(true);
    if (handshake.eventId) {
      expect(eventOf(ring)).toEqual({ eventId: handshake.eventId, eventType: handshake.eventType });
    }
  });
});

function isAsExpected(found: Answer, expected: Expected): boolean {
  const { status = found.status, contentType, body, bodyContains, json, xmlEquivalent } = expected;
  const text = found.body ?? "";
  return (
    [status].flat().includes(found.status) &&
    (contentType ?? "") === (contentType ? (found.headers?.["content-type"] ?? "text/plain").split(";")[0] : "") &&
    (body ?? text) === text &&
    text.includes(bodyContains ?? "") &&
    (xmlEquivalent ?? text) === text &&
    (json === undefined || JSON.stringify(JSON.parse(text)) === JSON.stringify(json))
  );
}

function eventOf(ring: Ring) {
  const { headers, body } = requestOf(ring);
  const parsed = parseBody(body, headers["content-type"]?.[0] ?? "");
  return readEvent(sourceOf(ring.source).event, { headers, body: parsed.ok ? parsed.value : null });
}

const HOOK = "https://bell.example.com/h/1";

test("Zoom's token is signed, but nothing that could be a request's content", () => {
  const zoom = sourceOf("zoom").handshakes[0];
  const ask = (plainToken: unknown) =>
    zoom?.answer(
      requestOf({
        source: "zoom",
        body: JSON.stringify({ event: "endpoint.url_validation", payload: { plainToken } }),
      }),
      { secrets: ["zoom-lantern"], options: {}, crypto: proofCrypto },
    );
  const encryptedToken = "9988cba5656cc73f20f00d3b7bdd3b741080f49a7f1672409a9ab525fa13c537";
  expect(ask("tK_4-lantern")?.body).toBe(JSON.stringify({ plainToken: "tK_4-lantern", encryptedToken }));
  for (const token of ["v0:1760000000:{}", "", 7, null]) expect(ask(token)).toEqual({ status: 400, ok: false });
  expect(zoom?.needsProof).toBe(true);
});

test("Meta is answered with its challenge only for the endpoint's own token", () => {
  const ask = (query: string, options: Record<string, unknown>) =>
    answer({ source: "meta", method: "GET", url: `${HOOK}?hub.mode=subscribe&${query}`, options });
  const options = { verifyToken: "lantern" };
  expect(ask("hub.challenge=71&hub.verify_token=lantern", options)).toMatchObject({ status: 200, body: "71" });
  expect(ask("hub.challenge=71&hub.verify_token=candle", options)).toMatchObject({ status: 403, ok: false });
  expect(ask("hub.challenge=71&hub.verify_token=", { verifyToken: "" })).toMatchObject({ status: 403, ok: false });
  expect(ask("hub.challenge=71", {})).toMatchObject({ status: 403, ok: false });
  expect(ask("hub.challenge=7%0A1&hub.verify_token=lantern", options)).toMatchObject({ status: 403, ok: false });
});

test("Discord's two kinds of ping are told from its events", () => {
  const discord = sourceOf("discord").handshakes[0];
  const ask = (body: object) =>
    discord?.answer(requestOf({ source: "discord", body: JSON.stringify(body) }), {
      secrets: [],
      options: {},
      crypto: proofCrypto,
    });
  expect(ask({ type: 0, application_id: "1" })).toEqual({ status: 204 });
  expect(ask({ type: 1, id: "1" })?.body).toBe('{"type":1}');
  expect(ask({ type: 1, event: { type: "ENTITLEMENT_CREATE" } })).toBeUndefined();
  expect(ask({ type: 2, id: "1" })).toBeUndefined();
});

test.each([
  ["slack", "POST", '{"type":"url_verification","challenge":"c"}'],
  ["line", "POST", '{"destination":"U1","events":[]}'],
  ["zoom", "POST", '{"event":"endpoint.url_validation","payload":{"plainToken":"t"}}'],
])("%s gets no answer to an unsigned handshake", (source, method, body) => {
  expect(answer({ source, method, body, secret: "s" })).toMatchObject({ status: 401, emitsEvent: false });
});

test.each([
  ["mailchimp", "GET", ""],
  ["mailchimp", "HEAD", ""],
  ["intercom", "HEAD", ""],
  ["mailchimp-transactional", "HEAD", ""],
  ["mailchimp-transactional", "POST", "mandrill_events=%5B%5D"],
])("%s is told that somebody is at home: %s %s", (source, method, body) => {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  expect(answer({ source, method, body, headers, secret: "s" })).toEqual({ status: 200, emitsEvent: false });
});

test("a test of Dropbox Sign's is answered with its words, and is no event", () => {
  const hash = "7e047a4b79b430ceac7854ad5f39ca3f94a407a7de66731360876f532af63377";
  const event = { event_time: "1760000000", event_type: "callback_test", event_hash: hash };
  const body = `--x\r\nContent-Disposition: form-data; name="json"\r\n\r\n${JSON.stringify({ event })}\r\n--x--`;
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  const ring = { source: "dropbox-sign", headers, body };
  const said = { status: 200, body: "Hello API Event Received" };
  expect(answer({ ...ring, secret: "dropbox-lantern" })).toEqual({ ...said, emitsEvent: false });
  expect(answer({ ...ring, secret: "dropbox-candle" })).toMatchObject({ status: 401 });
});

test("no handshake and no verifier throws, whatever comes", () => {
  const bodies = ["", "{", "null", "[]", '{"event":null}', '{"signature":1}', "json=1", "<a", "<!DOCTYPE a>", "\0"];
  const types = [
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/xml",
  ];
  const odd = ["x-twilio-signature", "x-mandrill-signature", "x-plivo-signature-v3", "messagebird-signature-jwt"];
  for (const { id } of communication) {
    for (const [index, body] of bodies.entries()) {
      const headers = {
        "content-type": types[index % types.length] ?? "",
        ...Object.fromEntries(odd.map((name) => [name, ["", "..", "e30.e30.", "bnVsbA.bnVsbA.AA"][index % 4] ?? ""])),
      };
      const found = answer({
        source: id,
        url: index % 2 ? "%" : "https://[::/?bodySHA256=zz&hub.mode=%",
        headers,
        body,
        secret: "s",
      });
      expect(found.emitsEvent).toBe(false);
    }
  }
});
