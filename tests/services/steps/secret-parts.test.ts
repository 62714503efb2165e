import { expect, test } from "vitest";
import { secretParts } from "@/lib/services/steps/secret-parts";

const request = {
  method: "POST",
  url: "https://chat.example/hooks/a-room-of-ours?key=s3cret-and-long",
  headers: [
    { name: "content-type", value: "application/json" },
    { name: "authorization", value: "Basic dXNlcjpwYXNz" },
  ],
  body: "{}",
};
const STAND_IN = "https://secret.invalid/";

test("an address that is a secret is one as a whole, and so are its path and its query", () => {
  expect(secretParts(request, { ...request, url: STAND_IN })).toEqual([
    "https://chat.example/hooks/a-room-of-ours?key=s3cret-and-long",
    "/hooks/a-room-of-ours?key=s3cret-and-long",
    "/hooks/a-room-of-ours",
    "key=s3cret-and-long",
  ]);
});

test("a header with a secret is one, with and without the word before it", () => {
  const headers = request.headers.map(({ name, value }) =>
    name === "authorization" ? { name, value: "Basic x" } : { name, value },
  );
  expect(secretParts(request, { ...request, headers })).toEqual(["Basic dXNlcjpwYXNz", "dXNlcjpwYXNz"]);
});

test("what reads the same without the secrets is none, nor is anything too short to be sure", () => {
  expect(secretParts(request, request)).toEqual([]);
  const short = { ...request, url: "https://a.example/x" };
  expect(secretParts(short, { ...request, url: STAND_IN })).toEqual(["https://a.example/x"]);
});
