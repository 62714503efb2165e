import { test } from "vitest";
import {
  BODY,
  BYTES,
  expectNamed,
  foreign,
  former,
  github,
  hub,
  type MistakenRequest,
  NOW,
  pairs,
  SECRET,
  standard,
  standardHeaders,
  standardSign,
  stripe,
  WHSEC,
} from "@/tests/support/mistaken-request";

const CASES: MistakenRequest[] = [
  [
    "our secret with a line break",
    github,
    { headers: hub(BODY), secret: `${SECRET}\n` },
    ["key-form"],
    /if the secret had no line break at its end/,
  ],
  [
    "our secret with a space",
    github,
    { headers: hub(BODY), secret: ` ${SECRET}` },
    ["key-form"],
    /no space at its beginning/,
  ],
  [
    "our secret in quotes",
    stripe,
    { headers: { "stripe-signature": pairs(NOW) }, secret: `"${SECRET}"` },
    ["key-form"],
    /no quotes around it/,
  ],
  [
    "their secret with a line break",
    github,
    { headers: hub(BODY, { key: `${SECRET}\n` }) },
    ["key-form"],
    /sender's copy.*a line break/,
  ],
  [
    "another endpoint's secret",
    github,
    { headers: hub(BODY, { key: foreign.value }) },
    ["other-secret"],
    /the endpoint “Shop”/,
  ],
  [
    "a revoked secret",
    stripe,
    { headers: { "stripe-signature": pairs(NOW, { key: former.value }) } },
    ["other-secret"],
    /revoked on 3 March 2026/,
  ],
  [
    "whsec_ as text",
    standard,
    { headers: standardHeaders(`v1,${standardSign({ key: WHSEC })}`) },
    ["key-form"],
    /text as it is, with “whsec_”.*decoded from base64/,
  ],
  [
    "what follows whsec_ as text",
    standard,
    { headers: standardHeaders(`v1,${standardSign({ key: WHSEC.slice(6) })}`) },
    ["key-form"],
    /without “whsec_”/,
  ],
  [
    "whsec_ decoded where it is text",
    stripe,
    { headers: { "stripe-signature": pairs(NOW, { key: BYTES }) }, secret: WHSEC },
    ["key-form"],
    /what follows “whsec_” in the secret, decoded from base64/,
  ],
];

test.each(CASES)("%s is named", expectNamed);
