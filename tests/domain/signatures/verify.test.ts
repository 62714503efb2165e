import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { verifySignature } from "@/lib/domain/signatures/verify";
import { nodeHmac } from "@/tests/support/node-hmac";

const NOW_MS = 1_750_000_000_000;
const NOW = NOW_MS / 1_000;
const BODY = '{"type":"käse.created"}';
const KEY = "a secret";

const bytes = (text: string) => new TextEncoder().encode(text);
const sign = (content: string, { key = KEY as string | Buffer, algorithm = "sha256" } = {}) =>
  createHmac(algorithm, key).update(content);

type Arrival = {
  headers: Record<string, string | string[]>;
  body?: string;
  url?: string;
  secrets?: string[];
  nowMs?: number;
};

function verify(recipe: object, { headers, body = BODY, url = "", secrets = [KEY], nowMs = NOW_MS }: Arrival) {
  const lists = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat()]));
  const request = { method: "POST", url, headers: lists, body: bytes(body) };
  const context = { secrets: secrets.map((value, n) => ({ id: `sec_${n}`, value })), nowMs, hmac: nodeHmac };
  const proof = verifySignature(HmacRecipe.parse(recipe), request, context);
  return proof.ok ? proof.secretId : proof.reason;
}

const base64Key = Buffer.from("0123456789abcdef").toString("base64");
const url = "https://door.example/hook?a=%C3%A9&b=1";

test.each<[name: string, recipe: object, arrival: Arrival]>([
  ["a bare hex digest", {}, { headers: { "x-signature": sign(BODY).digest("hex") } }],
  [
    "a digest with the algorithm's name, unasked",
    {},
    { headers: { "x-signature": `sha256=${sign(BODY).digest("hex")}` } },
  ],
  ["hex in capitals", {}, { headers: { "x-signature": sign(BODY).digest("hex").toUpperCase() } }],
  ["sha1", { algorithm: "sha1" }, { headers: { "x-signature": sign(BODY, { algorithm: "sha1" }).digest("hex") } }],
  [
    "sha512 in base64",
    { algorithm: "sha512", encoding: "base64" },
    { headers: { "x-signature": sign(BODY, { algorithm: "sha512" }).digest("base64") } },
  ],
  [
    "base64 in an Authorization header",
    { header: "Authorization", prefix: "HMAC ", encoding: "base64", keyEncoding: "base64" },
    {
      headers: { authorization: `HMAC ${sign(BODY, { key: Buffer.from(base64Key, "base64") }).digest("base64")}` },
      secrets: [base64Key],
    },
  ],
  [
    "a key in hex",
    { keyEncoding: "hex" },
    {
      headers: { "x-signature": sign(BODY, { key: Buffer.from("00ff10", "hex") }).digest("hex") },
      secrets: ["00FF10"],
    },
  ],
  [
    "time and signatures as pairs",
    { separator: ",", prefix: "v1=", timestampPrefix: "t=", signedContent: "{timestamp}.{body}" },
    { headers: { "x-signature": `t=${NOW},v0=00, v1=${"0".repeat(64)},v1=${sign(`${NOW}.${BODY}`).digest("hex")}` } },
  ],
  [
    "pairs parted by semicolons",
    { separator: ";", prefix: "h1=", timestampPrefix: "ts=", signedContent: "{timestamp}:{body}" },
    { headers: { "x-signature": `ts=${NOW};h1=${sign(`${NOW}:${BODY}`).digest("hex")}` } },
  ],
  [
    "ms and base64url without padding",
    {
      separator: ",",
      prefix: "v1=",
      timestampPrefix: "t=",
      timestampUnit: "ms",
      encoding: "base64url",
      signedContent: "{timestamp}.{body}",
    },
    { headers: { "x-signature": `t=${NOW_MS},v1=${sign(`${NOW_MS}.${BODY}`).digest("base64url")}` } },
  ],
  [
    "a time in its own header",
    { timestampHeader: "x-time", prefix: "v0=", signedContent: "v0:{timestamp}:{body}" },
    { headers: { "x-time": `${NOW}`, "x-signature": `v0=${sign(`v0:${NOW}:${BODY}`).digest("hex")}` } },
  ],
  [
    "an ISO time after the body",
    { timestampHeader: "x-time", timestampUnit: "iso", encoding: "base64", signedContent: "{body}{timestamp}" },
    {
      headers: {
        "x-time": "2025-06-15T08:06:40-07:00",
        "x-signature": sign(`${BODY}2025-06-15T08:06:40-07:00`).digest("base64"),
      },
    },
  ],
  [
    "a time within the JSON body",
    { timestampPath: "sent.at", timestampUnit: "ms" },
    { body: `{"sent":{"at":${NOW_MS}}}`, headers: { "x-signature": sign(`{"sent":{"at":${NOW_MS}}}`).digest("hex") } },
  ],
  [
    "method and address",
    { signedContent: "{method}{url}{body}" },
    { url, headers: { "x-signature": sign(`POST${url}${BODY}`).digest("hex") } },
  ],
  [
    "several headers, of which one fits",
    { header: ["x-first", "x-second"] },
    { headers: { "x-first": "0".repeat(64), "x-second": sign(BODY).digest("hex") } },
  ],
  [
    "numbered headers",
    { header: "x-sign-*" },
    { headers: { "x-sign-1": "0".repeat(64), "x-sign-2": sign(BODY).digest("hex") } },
  ],
  ["a header that came twice", {}, { headers: { "x-signature": ["0".repeat(64), sign(BODY).digest("hex")] } }],
  [
    "companion headers as they have to be",
    { requiredHeaders: { "x-version": "1" } },
    { headers: { "x-version": "1", "x-signature": sign(BODY).digest("hex") } },
  ],
])("%s is accepted, and nothing next to it", (_, recipe, arrival) => {
  expect(verify(recipe, arrival)).toBe("sec_0");
  expect(verify(recipe, { ...arrival, secrets: ["b3RoZXIga2V5ISE=".slice(0, 16)] })).not.toBe("sec_0");
  expect(verify(recipe, { ...arrival, body: `${arrival.body ?? BODY} ` })).toBe("wrong_signature");
});

test("the secret that fits is named, wherever it stands", () => {
  const headers = { "x-signature": sign(BODY).digest("hex") };
  expect(verify({}, { headers, secrets: ["old", KEY, "new"] })).toBe("sec_1");
});

test("an unusable or empty secret does not stand in the way of a good one", () => {
  const recipe = { keyEncoding: "base64" };
  const headers = { "x-signature": sign(BODY, { key: Buffer.from(base64Key, "base64") }).digest("hex") };
  expect(verify(recipe, { headers, secrets: ["", "not base64!", base64Key] })).toBe("sec_2");
});

test("without a secret nothing is proven, not even by a signature made with an empty one", () => {
  const headers = { "x-signature": sign(BODY, { key: "" }).digest("hex") };
  expect(verify({}, { headers, secrets: [] })).toBe("no_secret");
  expect(verify({}, { headers, secrets: [""] })).toBe("no_secret");
  expect(verify({ keyPrefix: "whsec_" }, { headers, secrets: ["whsec_"] })).toBe("unusable_secret");
});

test("a companion header with another value is refused", () => {
  const headers = { "x-version": "2", "x-signature": sign(BODY).digest("hex") };
  expect(verify({ requiredHeaders: { "x-version": "1" } }, { headers })).toBe("malformed_signature");
});

test("a later time passes only where the recipe allows it", () => {
  const recipe = { timestampHeader: "x-time", signedContent: "{timestamp}{body}" };
  const headers = { "x-time": `${NOW}`, "x-signature": sign(`${NOW}${BODY}`).digest("hex") };
  expect(verify(recipe, { headers, nowMs: NOW_MS - 301_000 })).toBe("too_new");
  expect(verify({ ...recipe, allowsFuture: true }, { headers, nowMs: NOW_MS - 301_000 })).toBe("sec_0");
  expect(verify({ ...recipe, toleranceSeconds: null }, { headers, nowMs: NOW_MS + 1e9 })).toBe("sec_0");
});

test("a changed time is a wrong signature, not an old one", () => {
  const headers = { "x-time": `${NOW - 1}`, "x-signature": sign(`${NOW}${BODY}`).digest("hex") };
  expect(verify({ timestampHeader: "x-time", signedContent: "{timestamp}{body}" }, { headers })).toBe(
    "wrong_signature",
  );
});

test("a cut, lengthened or wrapped signature is refused", () => {
  const hex = sign(BODY).digest("hex");
  for (const text of [
    hex.slice(0, -1),
    hex.slice(0, -2),
    `${hex}00`,
    hex.slice(0, 2),
    "",
    "sha256=",
    `"${hex}"`,
    `${hex},${hex}`,
    `sha1=${hex}`,
  ]) {
    expect(verify({}, { headers: { "x-signature": text } })).toMatch(/^(malformed|missing)_signature$/);
  }
});

const recipes = [
  {},
  {
    encoding: "base64",
    separator: " ",
    prefix: "v1,",
    idHeader: "x-id",
    timestampHeader: "x-time",
    signedContent: "{id}.{timestamp}.{body}",
  },
  { separator: ",", prefix: "v1=", timestampPrefix: "t=", signedContent: "{timestamp}.{body}" },
  { header: "x-*", timestampPath: "at" },
];

test("no header and no body gets in by chance, or makes it throw", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.stringMatching(/^(t=|v1[=,])?[0-9a-f]{64}$/),
    fc.constantFrom("t=1,v1=", "v1,", "=", "\0"),
  );
  const headers = fc.dictionary(fc.constantFrom("x-signature", "x-time", "x-id", "constructor", "__proto__"), text);
  fc.assert(
    fc.property(fc.constantFrom(...recipes), headers, fc.string(), (recipe, some, body) => {
      expect(verify(recipe, { headers: some, body })).not.toBe("sec_0");
    }),
  );
});

test("the messages hold neither the secret nor the signature", () => {
  const request = { method: "POST", url: "", headers: { "x-signature": [KEY] }, body: bytes(BODY) };
  for (const recipe of recipes) {
    const proof = verifySignature(HmacRecipe.parse(recipe), request, {
      secrets: [{ id: "sec_0", value: KEY }],
      nowMs: NOW_MS,
      hmac: nodeHmac,
    });
    expect(proof.ok).toBe(false);
    expect(JSON.stringify(proof)).not.toContain(KEY);
  }
});

test("the body reaches the hash as it is, not as a copy", () => {
  const body = bytes(BODY);
  const seen: Uint8Array[] = [];
  const request = { method: "POST", url: "", headers: { "x-time": [`${NOW}`], "x-signature": ["0".repeat(64)] }, body };
  verifySignature(HmacRecipe.parse({ timestampHeader: "x-time", signedContent: "{timestamp}.{body}" }), request, {
    secrets: [{ id: "sec_0", value: KEY }],
    nowMs: NOW_MS,
    hmac: (algorithm, key, ...parts) => {
      seen.push(...parts);
      return nodeHmac(algorithm, key, ...parts);
    },
  });
  expect(seen[1]).toBe(body);
});
