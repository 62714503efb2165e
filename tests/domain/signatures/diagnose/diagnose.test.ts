import { createHmac, randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { diagnose } from "@/lib/domain/signatures/diagnose/diagnose";
import type { Diagnosis } from "@/lib/domain/signatures/diagnose/diagnosis";
import { newHashBudget } from "@/lib/domain/signatures/diagnose/hash-budget";
import type { KnownSecret } from "@/lib/domain/signatures/diagnose/known-secret";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { nodeHmac } from "@/tests/support/node-hmac";

const NOW_MS = Date.parse("2026-03-05T12:00:00Z");
const NOW = NOW_MS / 1_000;
const BODY = '{"id":42,"name":"käse","tags":["a","b"],"url":"https://a.example/"}';
const SECRET = "correct horse battery staple";
const BYTES = Buffer.from("0123456789abcdef0123456789abcdef");
const WHSEC = `whsec_${BYTES.toString("base64")}`;
const URL_RUNG = "https://door.example/api/hooks/token?a=1";

const github = HmacRecipe.parse({ header: "x-hub-signature-256", prefix: "sha256=" });
const stripe = HmacRecipe.parse({
  header: "stripe-signature",
  separator: ",",
  prefix: "v1=",
  timestampPrefix: "t=",
  signedContent: "{timestamp}.{body}",
});
const standard = HmacRecipe.parse({
  header: "webhook-signature",
  separator: " ",
  prefix: "v1,",
  encoding: "base64",
  keyEncoding: "base64",
  keyPrefix: "whsec_",
  idHeader: "webhook-id",
  timestampHeader: "webhook-timestamp",
  signedContent: "{id}.{timestamp}.{body}",
});
const withUrl = HmacRecipe.parse({ signedContent: "{url}{body}", encoding: "base64", algorithm: "sha1" });

type Made = { key?: string | Buffer; algorithm?: string; encoding?: "hex" | "base64" | "base64url" };

function sign(content: string, { key = SECRET, algorithm = "sha256", encoding = "hex" }: Made = {}): string {
  return createHmac(algorithm, key).update(content).digest(encoding);
}

const hub = (content: string, made?: Made) => ({ "x-hub-signature-256": `sha256=${sign(content, made)}` });
const pairs = (time: number | string, made?: Made) => `t=${time},v1=${sign(`${time}.${BODY}`, made)}`;
const standardHeaders = (signature: string) => ({
  "webhook-id": "msg_1",
  "webhook-timestamp": `${NOW}`,
  "webhook-signature": signature,
});
const standardSign = (made?: Made) => sign(`msg_1.${NOW}.${BODY}`, { key: BYTES, encoding: "base64", ...made });

const current = (value: string): KnownSecret => ({
  id: "sec_0",
  value,
  label: "the endpoint's secret",
  standing: "current",
});
const former: KnownSecret = {
  id: "sec_1",
  value: "an old one",
  label: "the secret that was revoked on 3 March 2026",
  standing: "former",
};
const foreign: KnownSecret = {
  id: "sec_2",
  value: "of the shop",
  label: "the secret of the endpoint “Shop”",
  standing: "foreign",
};

type Arrival = { headers: Record<string, string>; body?: string | Uint8Array; secret?: string; url?: string };

function ask(recipe: HmacRecipe, { headers, body = BODY, secret, url = URL_RUNG }: Arrival): Promise<Diagnosis> {
  const request = {
    method: "POST",
    url,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    body: typeof body === "string" ? new TextEncoder().encode(body) : body,
  };
  const own = secret ?? (recipe === standard ? WHSEC : SECRET);
  return diagnose(recipe, request, {
    secrets: [current(own), former, foreign],
    nowMs: NOW_MS,
    hmac: nodeHmac,
    budget: newHashBudget(),
    pause: async () => {},
  });
}

type Case = [mutation: string, recipe: HmacRecipe, arrival: Arrival, kinds: string[], says: RegExp];

const PRETTY = JSON.stringify(JSON.parse(BODY), null, 2);

const CASES: Case[] = [
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
    "SHA-1 for SHA-256",
    github,
    { headers: { "x-hub-signature-256": `sha1=${sign(BODY, { algorithm: "sha1" })}` } },
    ["algorithm"],
    /SHA-1.*SHA-256/,
  ],
  [
    "SHA-512 for SHA-256",
    stripe,
    { headers: { "stripe-signature": pairs(NOW, { algorithm: "sha512" }) } },
    ["algorithm"],
    /SHA-512/,
  ],
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
  [
    "another header",
    github,
    { headers: { "x-webhook-signature": `sha256=${sign(BODY)}` } },
    ["header"],
    /came in the header x-webhook-signature/,
  ],
  ["another header with its time", stripe, { headers: { "x-stripe": pairs(NOW) } }, ["header"], /x-stripe/],
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
  ["two mistakes", github, { headers: hub(PRETTY, { key: `${SECRET}\n` }) }, ["body-changed", "key-form"], /./],
  [
    "three mistakes",
    github,
    { headers: { "x-hub-signature-256": sign(`${BODY}\n`, { algorithm: "sha1", key: foreign.value }) } },
    ["algorithm", "body-changed", "other-secret", "prefix"],
    /./,
  ],
  ["nothing", github, { headers: hub(BODY) }, ["right"], /let in today/],
];

test.each(CASES)("%s is named", async (...[, recipe, arrival, kinds, says]) => {
  const { findings, tried } = await ask(recipe, arrival);
  expect(findings.map(({ kind }) => kind).sort()).toEqual(kinds);
  expect(findings.map(({ sentence }) => sentence).join(" ")).toMatch(says);
  expect(tried).toBeGreaterThan(0);
  expect(tried).toBeLessThan(20_000);
  const told = JSON.stringify(findings);
  for (const secret of [SECRET, WHSEC, BYTES.toString("base64"), former.value, foreign.value])
    expect(told).not.toContain(secret);
  expect(told).not.toMatch(/[0-9a-f]{20}/);
});

test("a random wrong signature has no finding, and is given up within the budget", async () => {
  const many = Array.from({ length: 40 }, (_, n) => ({ ...foreign, id: `sec_${n}`, value: `of shop ${n}` }));
  for (const signature of [randomBytes(32), randomBytes(20)]) {
    const budget = newHashBudget();
    const written = signature.toString("hex");
    const headers = { "x-hub-signature-256": [`sha256=${written}`], "x-time": [`${NOW}`], "x-id": ["1"] };
    const request = { method: "POST", url: URL_RUNG, headers, body: new TextEncoder().encode(BODY) };
    const context = {
      secrets: [current(SECRET), ...many],
      nowMs: NOW_MS,
      hmac: nodeHmac,
      budget,
      pause: async () => {},
    };
    const { findings, tried } = await diagnose(github, request, context);
    expect(findings.filter(({ kind }) => kind !== "header")).toEqual([]);
    expect(tried).toBeLessThanOrEqual(20_000);
    expect(budget.bytes).toBeLessThanOrEqual(64 * 1_048_576);
  }
});

test("a large body stays within the bytes, and others are served meanwhile", async () => {
  const budget = newHashBudget();
  let pauses = 0;
  const body = new Uint8Array(5_000_000).fill(0x20);
  const headers = { "x-hub-signature-256": [`sha256=${randomBytes(32).toString("hex")}`] };
  const request = { method: "POST", url: URL_RUNG, headers, body };
  const { findings } = await diagnose(github, request, {
    secrets: [current(SECRET), foreign],
    nowMs: NOW_MS,
    hmac: nodeHmac,
    budget,
    pause: async () => {
      pauses += 1;
    },
  });
  expect(findings).toEqual([]);
  expect(budget.bytes).toBeLessThanOrEqual(64 * 1_048_576);
  expect(pauses).toBeGreaterThan(5);
});

test("what is hidden, missing or unusable is said", async () => {
  const authorized = HmacRecipe.parse({ header: "authorization", prefix: "HMAC " });
  expect(await ask(authorized, { headers: { authorization: "••••" } })).toMatchObject({
    tried: 0,
    findings: [{ kind: "header", sentence: expect.stringContaining("the log does not keep") }],
  });
  expect((await ask(github, { headers: {} })).findings).toMatchObject([
    { kind: "header", sentence: expect.stringContaining("did not come") },
  ]);
  const unusable = await ask(standard, { headers: standardHeaders("v1,AAAA"), secret: "not base64!" });
  expect(unusable.findings).toMatchObject([{ kind: "key-form" }]);
});

test("other senders' ways are asked for once, and only when the endpoint's own does not fit", async () => {
  const way = { kind: "other-source" as const, sentence: "Stripe's", fix: "" };
  let asked = 0;
  const context = {
    secrets: [current(SECRET)],
    nowMs: NOW_MS,
    hmac: nodeHmac,
    pause: async () => {},
    otherWays: () => {
      asked += 1;
      return [way];
    },
  };
  const request = (headers: Record<string, string[]>) => ({
    method: "POST",
    url: "",
    headers,
    body: Buffer.from(BODY),
  });
  const right = request({ "x-hub-signature-256": [`sha256=${sign(BODY)}`] });
  await diagnose(github, right, { ...context, budget: newHashBudget() });
  expect(asked).toBe(0);
  const other = request({ "stripe-signature": [pairs(NOW)] });
  expect((await diagnose(github, other, { ...context, budget: newHashBudget() })).findings).toEqual([way]);
  expect(asked).toBe(1);
});

test("nothing makes it throw", async () => {
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.stringMatching(/^(t=|v1[=,]|sha256=)?[0-9a-f]{64}$/),
    fc.constantFrom("t=1,v1=", "•••• ", `t=${NOW}`, "99999999999999", "9999999999999"),
  );
  const headers = fc.dictionary(
    fc.constantFrom("x-hub-signature-256", "stripe-signature", "webhook-signature", "x-id", "host", "__proto__"),
    fc.array(value, { maxLength: 3 }),
  );
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((text) => new TextEncoder().encode(text)),
  );
  const recipe = fc.constantFrom(github, stripe, standard, withUrl);
  await fc.assert(
    fc.asyncProperty(recipe, fc.tuple(headers, body), fc.string(), async (some, [lists, bytes], secret) => {
      const budget = { ...newHashBudget(), triesMax: 200 };
      const request = { method: "POST", url: secret, headers: lists, body: bytes };
      const context = { secrets: [current(secret)], nowMs: NOW_MS, hmac: nodeHmac, budget, pause: async () => {} };
      const { tried } = await diagnose(some, request, context);
      expect(tried).toBeLessThanOrEqual(200);
    }),
    { numRuns: 100 },
  );
});
