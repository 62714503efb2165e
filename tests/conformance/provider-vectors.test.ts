import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findProof } from "@/lib/catalog/sources/find-proof";
import { findSource } from "@/lib/catalog/sources/index";
import { verifySignature } from "@/lib/domain/signatures/verify";
import { nodeHmac } from "@/tests/support/node-hmac";

/** A larger collection of published vectors, when it lies beside the repository. */
const COLLECTION = new URL("../../../shared/providers/vectors.json", import.meta.url);

type Vector = {
  id: string;
  provider: string;
  scheme: string;
  secret: string | string[];
  method: string;
  url?: string;
  headers: Record<string, string | string[]>;
  body: string;
  bodyEncoding: "utf8" | "base64";
  now?: number;
  expect: "accept" | "reject";
  reason: string;
};

const vectors: Vector[] = existsSync(COLLECTION) ? JSON.parse(readFileSync(COLLECTION, "utf8")).vectors : [];
const covered = vectors.filter(({ provider }) => findSource(provider));

describe.skipIf(covered.length === 0)("the published vectors of every source in the catalog", () => {
  test.each(covered)("$id: $expect, $reason", (vector) => {
    const source = findSource(vector.provider);
    const proof = source && (findProof(source, vector.scheme) ?? source.proof);
    if (proof?.kind !== "hmac") throw new Error(`${vector.provider} has no recipe for ${vector.scheme}.`);

    const headers = Object.entries(vector.headers).map(([name, value]) => [name.toLowerCase(), [value].flat()]);
    const request = {
      method: vector.method,
      url: vector.url ?? "",
      headers: Object.fromEntries(headers),
      body: Buffer.from(vector.body, vector.bodyEncoding),
    };
    const secrets = [vector.secret].flat().map((value, n) => ({ id: `sec_${n}`, value }));
    const nowMs = (vector.now ?? 0) * 1_000;
    expect(verifySignature(proof.recipe, request, { secrets, nowMs, hmac: nodeHmac }).ok).toBe(
      vector.expect === "accept",
    );
  });
});
