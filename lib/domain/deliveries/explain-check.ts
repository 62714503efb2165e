import type { Check } from "@/lib/domain/deliveries/delivery";

/** What the door looks at in any case, in this order. The first thing that is wrong ends it. */
const ALWAYS_CHECKED = ["method", "size", "signature", "body"];

/** A check for people: what was looked at, and what was seen. */
export type ExplainedCheck = { title: string; sentence: string };

/** Says in a sentence what the door saw. */
export function explainCheck(check: Check): ExplainedCheck {
  const words = WORDS[check.name];
  if (!words) return { title: titleOf(check.name), sentence: check.ok ? "Fine." : "Not as it should be." };
  return { title: words.title, sentence: check.ok ? words.ok(check) : words.bad };
}

/** What a check would have looked at, had the door come that far. */
export function checksNotReached(checks: readonly Check[]): string[] {
  if (checks.every((check) => check.ok)) return [];
  // biome-ignore lint/complexity/useIndexOf: it is not compared with one value, but looked for among the checks.
  const last = ALWAYS_CHECKED.findLastIndex((name) => checks.some((check) => check.name === name));
  return ALWAYS_CHECKED.slice(last + 1).map(titleOf);
}

type Words = { title: string; ok: (check: Check) => string; bad: string };

const WORDS: Readonly<Record<string, Words>> = {
  endpoint: {
    title: "Endpoint",
    ok: () => "The endpoint is switched on.",
    bad: "The endpoint is switched off, or its time is over.",
  },
  https: { title: "Secure connection", ok: () => "It came over https.", bad: "It came over plain http." },
  method: {
    title: "Method",
    ok: ({ actual }) => `${actual ?? "The method"} is allowed.`,
    bad: "This method is not allowed here.",
  },
  address: {
    title: "Address",
    ok: () => "The sender's address is allowed.",
    bad: "The sender's address is not allowed.",
  },
  rate: { title: "Rate", ok: () => "Not too many in a short time.", bad: "Too many came in a short time." },
  size: { title: "Size", ok: () => "The body is not too large.", bad: "The body is larger than allowed." },
  type: {
    title: "Encoding",
    ok: () => "The body comes in a form that is taken.",
    bad: "The body comes in a form that is not taken.",
  },
  signature: {
    title: "Signature",
    ok: ({ expected }) => PROVEN[expected ?? ""] ?? "Made with one of the endpoint's secrets.",
    bad: "The sender could not prove who it is.",
  },
  token: { title: "Token", ok: () => "The token beside it is right.", bad: "The token beside it is missing or wrong." },
  certificate: {
    title: "Client certificate",
    ok: () => "The sender's certificate is one of the trusted.",
    bad: "The sender showed no trusted certificate.",
  },
  handshake: {
    title: "Handshake",
    ok: () => "The sender's question was answered.",
    bad: "The sender's question could not be answered.",
  },
  body: { title: "Body", ok: () => "It can be read.", bad: "It cannot be read." },
  schema: {
    title: "Shape",
    ok: () => "The body has the expected shape.",
    bad: "The body does not have the expected shape.",
  },
  dedupe: { title: "Seen before?", ok: () => "The event is new.", bad: "The event had arrived before." },
};

const PROVEN: Readonly<Record<string, string>> = {
  "no proof asked for": "Not asked for: whoever knows the address may ring.",
  "a ring from Doorbell itself": "Not needed: somebody rang from within Doorbell.",
};

function titleOf(name: string): string {
  return WORDS[name]?.title ?? `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("_", " ")}`;
}
