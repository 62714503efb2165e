import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bitbucketServer } from "@/lib/catalog/sources/bitbucket-server";
import type { Source } from "@/lib/catalog/sources/define-source";
import { developersAndPayments } from "@/lib/catalog/sources/part-developers-and-payments";
import { verifierOf } from "@/lib/catalog/sources/verifier-of";
import { woocommerce } from "@/lib/catalog/sources/woocommerce";
import { xero } from "@/lib/catalog/sources/xero";
import type { SignedRequest } from "@/lib/domain/signatures/signed-request";
import { proofCrypto } from "@/lib/platform/proof-crypto";

/** A larger collection of published handshakes, when it lies beside the repository. */
const COLLECTION = new URL("../../../../shared/providers/vectors.json", import.meta.url);

type Exchange = {
  id: string;
  provider: string;
  secret: string;
  request: { method: string; headers: Record<string, string>; body: string };
  expectResponse: { status: number; body?: string };
};

const handshakes: Exchange[] = existsSync(COLLECTION) ? JSON.parse(readFileSync(COLLECTION, "utf8")).handshakes : [];
const covered = handshakes.flatMap((exchange) => {
  const source: Source | undefined = developersAndPayments.find(({ id }) => id === exchange.provider);
  return source ? [{ ...exchange, source }] : [];
});

describe.skipIf(covered.length === 0)("the published handshakes", () => {
  test.each(covered)("$id", ({ source, secret, request: { method, headers, body }, expectResponse }) => {
    const answer = answerOf(source, requestOf(body, headers, method), secret);
    expect(answer?.status).toBe(expectResponse.status);
    if (expectResponse.body !== undefined) expect(answer?.body).toBe(expectResponse.body);
  });
});

describe("WooCommerce's first save", () => {
  test("is answered, though nobody signed it", () => {
    expect(answerOf(woocommerce, requestOf("webhook_id=7"))?.status).toBe(200);
  });

  test.each(["webhook_id=", "webhook_id=7&a=b", "webhook_id=seven", " webhook_id=7", '{"webhook_id":7}', ""])(
    "is nothing like %j",
    (body) => expect(woocommerce.handshakes[0]?.answer(requestOf(body), context("s"))).toBeUndefined(),
  );
});

describe("Xero's intent to receive", () => {
  test("is told from a delivery by its lack of events", () => {
    const answer = (body: string) => xero.handshakes[0]?.answer(requestOf(body), context("s"));
    expect(answer('{"events":[]}')).toEqual({ status: 200, body: "" });
    for (const body of ['{"events":[{}]}', '{"events":{}}', '{"events":', "[]", "null", ""]) {
      expect(answer(body)).toBeUndefined();
    }
  });

  test("ends in an empty 401 with a wrong signature", () => {
    const signed = requestOf('{"events":[]}', { "x-xero-signature": "AAAA" });
    expect(answerOf(xero, signed)).toMatchObject({ status: 401, body: "" });
  });
});

test("Bitbucket's test of the connection is answered, and nothing else", () => {
  const ring = (key: string) => requestOf('{"test":true}', { "x-event-key": key });
  expect(answerOf(bitbucketServer, ring("diagnostics:ping"))?.status).toBe(200);
  expect(answerOf(bitbucketServer, ring("repo:refs_changed"))).toBeUndefined();
});

/** What the sender hears before anything is delivered: a handshake's answer, or the reply to a wrong signature. */
function answerOf(source: Source, request: SignedRequest, secret = "a secret") {
  const verifier = verifierOf(source, {});
  if (!verifier || verifier === "none") throw new Error(`${source.id} proves nothing.`);
  const proof = verifier.verify(request, {
    secrets: [{ id: "sec_1", value: secret }],
    options: {},
    keys: new Map(),
    nowMs: 0,
    crypto: proofCrypto,
  });
  for (const { needsProof, answer } of source.handshakes) {
    const answered = needsProof && !proof.ok ? undefined : answer(request, context(secret));
    if (answered) return answered;
  }
  return proof.ok ? undefined : source.replies.notVerified;
}

function context(secret: string) {
  return { secrets: [secret], options: {}, crypto: proofCrypto };
}

function requestOf(body: string, headers: Record<string, string> = {}, method = "POST"): SignedRequest {
  const lists = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]]);
  return { method, url: "", headers: Object.fromEntries(lists), body: new TextEncoder().encode(body) };
}
