import { generateKeyPairSync, type KeyObject } from "node:crypto";

/** A fresh RSA key as services hand it out: the private half in PEM. */
export function makeRsaKey(): { privateKey: string; publicKey: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  return { privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(), publicKey };
}
