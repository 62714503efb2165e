import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { expect, test } from "vitest";
import type { JsonWebKey, KeyAlgorithm, PublicKey } from "@/lib/domain/signatures/proof-crypto";
import { proofCrypto } from "@/lib/platform/proof-crypto";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const data = new TextEncoder().encode("what was signed");

const signed = (key: KeyObject, dsaEncoding: "der" | "ieee-p1363" = "der") =>
  createSign("sha256").update(data).sign({ key, dsaEncoding });
const pem = (key: KeyObject) => key.export({ type: "spki", format: "pem" }).toString();
const part = (key: KeyObject, name: "n" | "e" | "x" | "y") => key.export({ format: "jwk" })[name] ?? "";

const rsaJwk: JsonWebKey = { kty: "RSA", n: part(rsa.publicKey, "n"), e: part(rsa.publicKey, "e") };
const ecJwk: JsonWebKey = { kty: "EC", crv: "P-256", x: part(ec.publicKey, "x"), y: part(ec.publicKey, "y") };

test.each<[string, PublicKey, KeyAlgorithm, Uint8Array, boolean]>([
  ["a JSON Web Key of RSA", rsaJwk, "rsa-sha256", signed(rsa.privateKey), true],
  ["a JSON Web Key on a curve", ecJwk, "ecdsa-sha256-plain", signed(ec.privateKey, "ieee-p1363"), true],
  [
    "PEM, and the signature as plain numbers",
    pem(ec.publicKey),
    "ecdsa-sha256-plain",
    signed(ec.privateKey, "ieee-p1363"),
    true,
  ],
  ["PEM, and the signature as DER", pem(ec.publicKey), "ecdsa-sha256", signed(ec.privateKey), true],
  ["plain numbers where DER is asked for", ecJwk, "ecdsa-sha256", signed(ec.privateKey, "ieee-p1363"), false],
  ["DER where plain numbers are asked for", ecJwk, "ecdsa-sha256-plain", signed(ec.privateKey), false],
  ["a right signature by a key of another kind than the algorithm", ecJwk, "rsa-sha256", signed(ec.privateKey), false],
  ["a signature by RSA under the name of a curve", rsaJwk, "ecdsa-sha256", signed(rsa.privateKey), false],
  ["a key that is none", { kty: "RSA", n: "", e: "" }, "rsa-sha256", signed(rsa.privateKey), false],
  ["text that is no key", "no key", "rsa-sha256", signed(rsa.privateKey), false],
])("%s", (_name, key, ...[algorithm, signature, isSigned]) => {
  expect(proofCrypto.isSignedBy({ key, algorithm }, data, signature)).toBe(isSigned);
});
