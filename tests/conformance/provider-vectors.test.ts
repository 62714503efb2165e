import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findSource } from "@/lib/catalog/sources/index";
import { verifierOf } from "@/lib/catalog/sources/verifier-of";
import { proofCrypto } from "@/lib/platform/proof-crypto";

/** A larger collection of published vectors, when it lies beside the repository. */
const COLLECTION = new URL("../../../shared/providers/vectors.json", import.meta.url);

type Vector = {
  id: string;
  provider: string;
  scheme: string;
  secret: string | string[];
  keys?: { certs?: Record<string, string>; certsByKid?: Record<string, string> };
  options?: Record<string, unknown>;
  method: string;
  url?: string;
  headers: Record<string, string | string[]>;
  body: string;
  bodyEncoding: "utf8" | "base64";
  now?: number;
  expect: "accept" | "reject";
  optional?: boolean;
  reason: string;
};

const vectors: Vector[] = existsSync(COLLECTION) ? JSON.parse(readFileSync(COLLECTION, "utf8")).vectors : [];
const covered = vectors.filter(({ provider, optional }) => findSource(provider) && !optional);

describe.skipIf(covered.length === 0)("the published vectors of every source in the catalog", () => {
  test.each(covered)("$id: $expect, $reason", (vector) => {
    const source = findSource(vector.provider);
    const options = { ...vector.options, scheme: vector.scheme };
    const verifier = source && verifierOf(source, options);
    if (!verifier || verifier === "none") throw new Error(`${vector.provider} has no scheme ${vector.scheme}.`);

    const headers = Object.entries(vector.headers).map(([name, value]) => [name.toLowerCase(), [value].flat()]);
    const request = {
      method: vector.method,
      url: vector.url ?? "",
      headers: Object.fromEntries(headers),
      body: Buffer.from(vector.body, vector.bodyEncoding),
    };
    const secrets = [vector.secret]
      .flat()
      .filter(Boolean)
      .map((value, n) => ({ id: `sec_${n}`, value }));
    const { certs = {}, certsByKid } = vector.keys ?? {};
    const published = certsByKid
      ? (verifier.keyUrls?.(request, options) ?? []).map((url) => [url, JSON.stringify(certsByKid)] as const)
      : Object.entries(certs);
    const proof = verifier.verify(request, {
      secrets,
      options,
      keys: new Map(published),
      nowMs: (vector.now ?? 0) * 1_000,
      crypto: proofCrypto,
    });
    expect(proof.ok).toBe(vector.expect === "accept");
  });
});
