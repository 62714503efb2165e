import { test } from "vitest";
import { BODY, expectNamed, type MistakenRequest, sign, URL_RUNG, withUrl } from "@/tests/support/mistaken-request";

const CASES: MistakenRequest[] = [
  [
    "http for https",
    withUrl,
    {
      headers: {
        "x-signature": sign(`${URL_RUNG.replace("https", "http")}${BODY}`, { algorithm: "sha1", encoding: "base64" }),
      },
    },
    ["url"],
    /http where/,
  ],
  [
    "no query",
    withUrl,
    {
      headers: {
        "x-signature": sign(`${URL_RUNG.replace("?a=1", "")}${BODY}`, { algorithm: "sha1", encoding: "base64" }),
      },
    },
    ["url"],
    /question mark/,
  ],
  [
    "the inner host",
    withUrl,
    {
      headers: {
        host: "inner:3000",
        "x-signature": sign(`${URL_RUNG.replace("door.example", "inner:3000")}${BODY}`, {
          algorithm: "sha1",
          encoding: "base64",
        }),
      },
    },
    ["url"],
    /at inner:3000/,
  ],
];

test.each(CASES)("%s is named", expectNamed);
