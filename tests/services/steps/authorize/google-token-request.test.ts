import { verify } from "node:crypto";
import { expect, test } from "vitest";
import { googleTokenRequest } from "@/lib/services/steps/authorize/google-token-request";
import { makeRsaKey } from "../../../support/rsa-key";

const NOW_MS = Date.parse("2026-11-25T12:00:00.900Z");
const account = {
  email: "doorbell@project.iam.gserviceaccount.com",
  scope: "https://www.googleapis.com/auth/spreadsheets",
  tokenUrl: "https://oauth2.googleapis.com/token",
};
const read = (part = ""): unknown => JSON.parse(Buffer.from(part, "base64url").toString());

test("the assertion says who asks for what, until when, and is signed by the account's key", () => {
  const { privateKey, publicKey } = makeRsaKey();
  const request = googleTokenRequest({ ...account, privateKey }, NOW_MS);

  expect(request).toMatchObject({
    method: "POST",
    url: account.tokenUrl,
    headers: [{ name: "content-type", value: "application/x-www-form-urlencoded" }],
  });
  const form = new URLSearchParams(request?.body);
  expect(form.get("grant_type")).toBe("urn:ietf:params:oauth:grant-type:jwt-bearer");
  const [header = "", claims = "", signature = ""] = form.get("assertion")?.split(".") ?? [];
  expect(read(header)).toEqual({ alg: "RS256", typ: "JWT" });
  expect(read(claims)).toEqual({
    iss: account.email,
    scope: account.scope,
    aud: account.tokenUrl,
    iat: 1_795_608_000,
    exp: 1_795_611_600,
  });
  const signed = Buffer.from(`${header}.${claims}`);
  expect(verify("sha256", signed, publicKey, Buffer.from(signature, "base64url"))).toBe(true);
});

test("with a key that is none there is nothing to ask with", () => {
  expect(googleTokenRequest({ ...account, privateKey: "no key" }, NOW_MS)).toBeUndefined();
});
