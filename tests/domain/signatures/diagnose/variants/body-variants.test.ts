import { test } from "vitest";
import { BODY, expectNamed, github, hub, type MistakenRequest, PRETTY } from "@/tests/support/mistaken-request";

const CASES: MistakenRequest[] = [
  [
    "a body written anew",
    github,
    { headers: hub(JSON.stringify(JSON.parse(BODY))), body: PRETTY },
    ["body-changed"],
    /wrote it anew/,
  ],
  ["a pretty-printed body", github, { headers: hub(PRETTY) }, ["body-changed"], /indented by 2 spaces/],
  [
    "a body as PHP writes it",
    github,
    { headers: hub(BODY.replace("ä", "\\u00e4").replaceAll("/", "\\/")) },
    ["body-changed"],
    /PHP/,
  ],
  ["escapes resolved", github, { headers: hub(BODY), body: BODY.replace("ä", "\\u00e4") }, ["body-changed"], /./],
  [
    "a line break at the end",
    github,
    { headers: hub(BODY), body: `${BODY}\n` },
    ["body-changed"],
    /without the line break/,
  ],
  ["a line break lost", github, { headers: hub(`${BODY}\n`) }, ["body-changed"], /with a line break/],
  ["an empty body signed", github, { headers: hub("") }, ["body-changed"], /empty body/],
];

test.each(CASES)("%s is named", expectNamed);
