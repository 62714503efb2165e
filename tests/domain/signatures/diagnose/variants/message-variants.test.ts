import { test } from "vitest";
import {
  BODY,
  BYTES,
  expectNamed,
  type MistakenRequest,
  NOW,
  sign,
  standard,
  standardHeaders,
  stripe,
} from "@/tests/support/mistaken-request";

const CASES: MistakenRequest[] = [
  [
    "the body alone",
    stripe,
    { headers: { "stripe-signature": `t=${NOW},v1=${sign(BODY)}` } },
    ["content"],
    /the body alone/,
  ],
  [
    "Slack's content",
    stripe,
    { headers: { "stripe-signature": `t=${NOW},v1=${sign(`v0:${NOW}:${BODY}`)}` } },
    ["content"],
    /“v0:”/,
  ],
  [
    "a time from another header",
    standard,
    {
      headers: {
        ...standardHeaders(`v1,${sign(`msg_1.${NOW - 9}.${BODY}`, { key: BYTES, encoding: "base64" })}`),
        "x-time": `${NOW - 9}`,
      },
    },
    ["header"],
    /time of signing that was signed came in the header x-time/,
  ],
];

test.each(CASES)("%s is named", expectNamed);
