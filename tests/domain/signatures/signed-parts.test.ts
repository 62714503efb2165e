import { expect, test } from "vitest";
import { signedParts } from "@/lib/domain/signatures/signed-parts";

const body = new TextEncoder().encode("BODY");
const values = { body, timestamp: "T", id: "I", url: "https://u/?a={id}", method: "POST" };

test.each([
  ["{body}", "BODY"],
  ["{id}.{timestamp}.{body}", "I.T.BODY"],
  ["{method}{url}{body}{timestamp}", "POSThttps://u/?a={id}BODYT"],
  ["v0:{timestamp}:{body}:{body}", "v0:T:BODY:BODY"],
])("%s is %s", (signedContent, text) => {
  const parts = signedParts(signedContent, values);
  expect(Buffer.concat(parts).toString()).toBe(text);
  expect(parts).toContain(body);
});
