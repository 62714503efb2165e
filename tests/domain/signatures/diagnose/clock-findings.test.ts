import { test } from "vitest";
import {
  BODY,
  BYTES,
  expectNamed,
  type MistakenRequest,
  NOW,
  NOW_MS,
  pairs,
  sign,
  standard,
  standardHeaders,
  stripe,
} from "@/tests/support/mistaken-request";

const CASES: MistakenRequest[] = [
  [
    "a time 2 hours old",
    stripe,
    { headers: { "stripe-signature": pairs(NOW - 7_200) } },
    ["clock"],
    /2 hours before it arrived.*5 minutes are allowed/,
  ],
  [
    "a time in the future",
    standard,
    {
      headers: {
        ...standardHeaders(""),
        "webhook-timestamp": `${NOW + 600}`,
        "webhook-signature": `v1,${sign(`msg_1.${NOW + 600}.${BODY}`, { key: BYTES, encoding: "base64" })}`,
      },
    },
    ["clock"],
    /10 minutes after it arrived/,
  ],
  ["a time in ms", stripe, { headers: { "stripe-signature": pairs(NOW_MS) } }, ["clock"], /milliseconds.*seconds/],
  [
    "a time as ISO 8601",
    stripe,
    { headers: { "stripe-signature": pairs("2026-03-05T12:00:00Z") } },
    ["clock"],
    /ISO 8601.*seconds/,
  ],
];

test.each(CASES)("%s is named", expectNamed);
