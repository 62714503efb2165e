import { verify } from "node:crypto";
import { expect, test } from "vitest";
import { signRs256 } from "@/lib/platform/sign-rs256";
import { makeRsaKey } from "../support/rsa-key";

test("the public half of the key proves what the private half signed", () => {
  const { privateKey, publicKey } = makeRsaKey();
  const signature = Buffer.from(signRs256("a text", privateKey) ?? "", "base64url");

  expect(verify("sha256", Buffer.from("a text"), publicKey, signature)).toBe(true);
  expect(verify("sha256", Buffer.from("another"), publicKey, signature)).toBe(false);
});

test.each(["", "a key", "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n"])(
  "“%s” is no private key",
  (privateKey) => {
    expect(signRs256("a text", privateKey)).toBeUndefined();
  },
);
