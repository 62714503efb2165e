import { z } from "zod";
import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import type { Proof, Refusal } from "@/lib/domain/signatures/proof";
import type { PublicKey } from "@/lib/domain/signatures/proof-crypto";
import { readTimestamp } from "@/lib/domain/signatures/read-timestamp";
import { refusalForTime } from "@/lib/domain/signatures/refusal-for-time";
import { refuse } from "@/lib/domain/signatures/refuse";
import { signedParts } from "@/lib/domain/signatures/signed-parts";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { ProofContext, Verifier } from "@/lib/domain/signatures/verifier";

/** How a sender signs with a private key whose public half it shows. The endpoint's secrets are the public keys. */
export const KeyRecipe = z.strictObject({
  algorithm: z.enum(["ed25519", "ecdsa-sha256", "rsa-sha1", "rsa-sha256"]),
  header: z.string().min(1).max(100).toLowerCase(),
  encoding: z.enum(["hex", "base64"]).default("base64"),
  /** How the sender shows its key. */
  keyEncoding: z.enum(["hex", "base64", "pem"]).default("base64"),
  /** What is signed: text around `{body}`, `{timestamp}`, `{url}` and `{method}`. */
  signedContent: z.string().max(200).default("{timestamp}{body}"),
  timestampHeader: z.string().min(1).max(100).toLowerCase().optional(),
  timestampUnit: z.enum(["s", "ms", "iso"]).default("s"),
  /** How far the timestamp may be from now, either way; null when the sender sets no limit. */
  toleranceSeconds: z.int().min(1).max(86_400).nullable().default(300),
});
export type KeyRecipe = z.infer<typeof KeyRecipe>;

/** Checks that the owner of one of the public keys signed these bytes, and not too long ago. */
export function keyVerifier(recipe: KeyRecipe): Verifier {
  return {
    verify(request, { secrets, nowMs, crypto }: ProofContext): Proof {
      if (secrets.length === 0) return refuse("no_secret", "There is no public key to check the signature with.");
      const keys = secrets.flatMap(({ id, value }) => {
        const key = readKey(value.trim(), recipe.keyEncoding);
        return key ? [{ id, key }] : [];
      });
      if (keys.length === 0) return refuse("unusable_secret", `The public key is not ${recipe.keyEncoding}.`);

      const claim = readClaim(recipe, request);
      if (!claim.ok) return claim;
      const { body, url, method } = request;
      const values = { body, url, method, id: "", timestamp: claim.timestamp };
      const data = join(signedParts(recipe.signedContent, values));
      const { algorithm } = recipe;
      const signer = keys.find(({ key }) => crypto.isSignedBy({ key, algorithm }, data, claim.signature));
      if (!signer) return refuse("wrong_signature", "The signature was not made with the private half of the key.");
      return timeRefusal(recipe, claim.timestamp, nowMs) ?? { ok: true, secretId: signer.id };
    },
  };
}

type Claim = { ok: true; signature: Uint8Array; timestamp: string };

function readClaim(recipe: KeyRecipe, { headers }: SignedRequest): Claim | Refusal {
  const [written] = headerValues(headers, recipe.header);
  if (written === undefined) return refuse("missing_signature", `The header ${recipe.header} did not come.`);
  const signature = decodeBytes(written.trim(), recipe.encoding);
  if (!signature) return refuse("malformed_signature", `The header ${recipe.header} is not ${recipe.encoding}.`);
  if (!recipe.timestampHeader) return { ok: true, signature, timestamp: "" };
  const [timestamp] = headerValues(headers, recipe.timestampHeader);
  if (timestamp) return { ok: true, signature, timestamp };
  return refuse("missing_timestamp", `The header ${recipe.timestampHeader}, which is signed, did not come.`);
}

function timeRefusal(recipe: KeyRecipe, timestamp: string, nowMs: number): Refusal | undefined {
  if (!recipe.timestampHeader || recipe.toleranceSeconds === null) return undefined;
  const timestampMs = readTimestamp(timestamp, recipe.timestampUnit);
  if (timestampMs === undefined) return refuse("malformed_timestamp", "The time of signing cannot be read.");
  return refusalForTime({ toleranceSeconds: recipe.toleranceSeconds, allowsFuture: false }, timestampMs, nowMs);
}

function readKey(text: string, encoding: KeyRecipe["keyEncoding"]): PublicKey | undefined {
  return encoding === "pem" ? text : decodeBytes(text, encoding);
}

function join(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
