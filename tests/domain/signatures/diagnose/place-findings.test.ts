import { test } from "vitest";
import {
  BODY,
  expectNamed,
  github,
  hub,
  type MistakenRequest,
  NOW,
  pairs,
  sign,
  standard,
  standardHeaders,
  standardSign,
  stripe,
} from "@/tests/support/mistaken-request";

const CASES: MistakenRequest[] = [
  ["base64 for hex", github, { headers: hub(BODY, { encoding: "base64" }) }, ["encoding"], /written as base64.*hex/],
  [
    "hex for base64",
    standard,
    { headers: standardHeaders(`v1,${standardSign({ encoding: "hex" })}`) },
    ["encoding"],
    /hex digits/,
  ],
  ["no prefix", github, { headers: { "x-hub-signature-256": sign(BODY) } }, ["prefix"], /without “sha256=”/],
  [
    "another version's mark",
    stripe,
    { headers: { "stripe-signature": pairs(NOW).replace("v1=", "v0=") } },
    ["prefix"],
    /“v0=” in front.*“v1=”/,
  ],
  [
    "a signature in quotes",
    github,
    { headers: { "x-hub-signature-256": `sha256="${sign(BODY)}"` } },
    ["prefix"],
    /more follows/,
  ],
  [
    "another header",
    github,
    { headers: { "x-webhook-signature": `sha256=${sign(BODY)}` } },
    ["header"],
    /came in the header x-webhook-signature/,
  ],
  ["another header with its time", stripe, { headers: { "x-stripe": pairs(NOW) } }, ["header"], /x-stripe/],
];

test.each(CASES)("%s is named", expectNamed);
