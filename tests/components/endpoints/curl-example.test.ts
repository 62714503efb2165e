import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { curlExample } from "@/components/endpoints/curl-example";
import { HmacRecipe } from "@/lib/domain/signatures/recipe";
import { verifySignature } from "@/lib/domain/signatures/verify";
import { hmac } from "@/lib/platform/digest";

const URL_RUNG = "https://bell.example/api/hooks/abc?x=1";
const SAMPLE = {
  headers: { "content-type": "application/json", "x-note": "it's $HOME" },
  body: JSON.stringify({ text: `it's "quoted", \\ and $HOME`, emoji: "🔔" }),
};

/** Runs the commands in a shell whose curl only tells what it was asked to send. */
function runExample(script: string): { url: string; headers: Record<string, string[]>; body: string } {
  const output = execFileSync("sh", ["-c", `curl() { printf '%s\\0' "$@"; }\n${script}`], { encoding: "utf8" });
  const words = output.split("\0").slice(0, -1);
  const headers: Record<string, string[]> = {};
  for (const [index, word] of words.entries()) {
    const [, name = "", value = ""] = (word === "-H" && /^([^:]+): (.*)$/s.exec(words[index + 1] ?? "")) || [];
    if (name) headers[name] = [value];
  }
  return { url: words[0] ?? "", headers, body: words[words.indexOf("--data-raw") + 1] ?? "" };
}

const recipes: [string, Parameters<typeof HmacRecipe.parse>[0], string][] = [
  ["hex digits over the body", {}, "s3cret'$\""],
  ["a prefix and another header", { header: "x-hub-signature-256", prefix: "sha256=" }, "s3cret"],
  ["base64, SHA-512", { algorithm: "sha512", encoding: "base64" }, "s3cret"],
  ["URL-safe base64", { encoding: "base64url" }, "s3cret"],
  ["a key in hex", { keyEncoding: "hex" }, "00ff10ab"],
  [
    "Standard Webhooks",
    {
      header: "webhook-signature",
      separator: " ",
      prefix: "v1,",
      encoding: "base64",
      keyEncoding: "base64",
      keyPrefix: "whsec_",
      idHeader: "webhook-id",
      timestampHeader: "webhook-timestamp",
      signedContent: "{id}.{timestamp}.{body}",
    },
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  ],
  [
    "a timestamp within the signature's header",
    {
      header: "stripe-signature",
      separator: ",",
      prefix: "v1=",
      timestampPrefix: "t=",
      signedContent: "{timestamp}.{body}",
    },
    "whsec_test",
  ],
  [
    "milliseconds, method and address",
    { timestampHeader: "x-time", timestampUnit: "ms", signedContent: "{method}{url}{body}{timestamp}" },
    "s3cret",
  ],
];

test.each(recipes)("the commands sign as the door expects it: %s", (_, spec, secret) => {
  const recipe = HmacRecipe.parse(spec);
  const sent = runExample(curlExample({ url: URL_RUNG, sample: SAMPLE, recipe, secret }));

  const request = { ...sent, method: "POST", body: new TextEncoder().encode(sent.body) };
  const context = { secrets: [{ id: "sec_1", value: secret }], nowMs: Date.now(), hmac };
  expect(verifySignature(recipe, request, context)).toEqual({ ok: true, secretId: "sec_1" });
});

test("what is sent is the sample, to the letter, whatever is in it", () => {
  const sent = runExample(curlExample({ url: URL_RUNG, sample: SAMPLE, recipe: undefined, secret: "" }));
  expect(sent.url).toBe(URL_RUNG);
  expect(sent.body).toBe(SAMPLE.body);
  expect(sent.headers).toEqual({ "content-type": ["application/json"], "x-note": ["it's $HOME"] });
});
