import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { diagnose } from "@/lib/domain/signatures/diagnose/diagnose";
import { newHashBudget } from "@/lib/domain/signatures/diagnose/hash-budget";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";
import {
  ask,
  BODY,
  current,
  expectNamed,
  foreign,
  github,
  hub,
  type MistakenRequest,
  NOW,
  NOW_MS,
  PRETTY,
  pairs,
  SECRET,
  sign,
  standard,
  standardHeaders,
  standardSign,
  stripe,
  URL_RUNG,
  WHSEC,
  withUrl,
} from "@/tests/support/mistaken-request";
import { nodeHmac } from "@/tests/support/node-hmac";

const CASES: MistakenRequest[] = [
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

test.each(CASES)("%s is named", expectNamed);

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
    const { findings, tried } = await diagnose([github], request, context);
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
  const { findings } = await diagnose([github], request, {
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
  await diagnose([github], right, { ...context, budget: newHashBudget() });
  expect(asked).toBe(0);
  const other = request({ "stripe-signature": [pairs(NOW)] });
  expect((await diagnose([github], other, { ...context, budget: newHashBudget() })).findings).toEqual([way]);
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
      const { tried } = await diagnose([some], request, context);
      expect(tried).toBeLessThanOrEqual(200);
    }),
    { numRuns: 100 },
  );
});

const branded = HmacRecipe.parse({
  ...standard,
  header: "brand-signature",
  idHeader: "brand-id",
  timestampHeader: "brand-timestamp",
});

test.each<[what: string, headers: Record<string, string>, kinds: string[], says: RegExp]>([
  ["a right signature", standardHeaders(`v1,${standardSign()}`), ["right"], /let in/],
  ["a mistake", standardHeaders(`v1,${standardSign({ encoding: "hex" })}`), ["encoding"], /hex digits/],
  ["headers without a signature", standardHeaders("none"), ["header"], /webhook-signature came without/],
  ["some of the headers", { "webhook-id": "msg_1" }, ["header"], /webhook-signature did not come/],
  ["no headers", {}, ["header"], /brand-signature did not come/],
  [
    "a signature under a third name",
    { "x-signature": `v1,${standardSign()}`, "x-id": "msg_1", "x-timestamp": `${NOW}` },
    ["header", "header", "header"],
    /came in the header x-signature/,
  ],
])("of two ways to name the same headers the one is judged that came: %s", async (...[, headers, kinds, says]) => {
  const { findings } = await ask([branded, standard], { headers, secret: WHSEC });
  expect(findings.map(({ kind }) => kind)).toEqual(kinds);
  expect(findings.map(({ sentence }) => sentence).join(" ")).toMatch(says);
});

test("where the headers of both ways came, the first is judged, as the door does", async () => {
  const right = standardHeaders(`v1,${standardSign()}`);
  const wrong = {
    "brand-id": "msg_2",
    "brand-timestamp": `${NOW}`,
    "brand-signature": `v1,${sign("", { encoding: "base64" })}`,
  };
  const { findings } = await ask([branded, standard], { headers: { ...right, ...wrong }, secret: WHSEC });
  expect(findings.map(({ kind }) => kind)).not.toContain("right");
});
