import { vi } from "vitest";
import { type AcceptedCase, json, type RefusedCase, testActions } from "./action-cases";

vi.mock("@/lib/platform/send-request/send-request", async (load) =>
  (await import("../../support/redirected")).redirected(load),
);

const jsonHeaders = { "content-type": "application/json; charset=utf-8" };
const formHeaders = { "content-type": "application/x-www-form-urlencoded" };

const ACCOUNT = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const KEY = "SKbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
const SERVICE = "MGcccccccccccccccccccccccccccccccc";
const byToken = {
  type: "sms",
  connection: { kind: "twilio", credentials: { accountSid: ACCOUNT, keySid: "", secret: "auth-t0ken-of-account" } },
};
const byKey = {
  type: "sms",
  connection: { kind: "twilio", credentials: { accountSid: ACCOUNT, keySid: KEY, secret: "s3cret-of-the-key" } },
};
const ownNtfy = {
  type: "ntfy-push",
  connection: { kind: "ntfy", credentials: { server: "https://push.example/", token: "tk_agq31xd5kr8n2w7q" } },
};
const pushover = {
  type: "pushover-push",
  connection: {
    kind: "pushover",
    credentials: { token: "azGDORePK8gMaC0QOYAMyEEuzJnyUi", user: "uQiRzpo4DXghDmr9QzzfQu27cmVRsG" },
  },
};
const text = "{{ trigger.body.who }}";

const accepted: AcceptedCase[] = [
  {
    name: "an SMS from a number, with the account's token",
    ...byToken,
    config: { to: "+49151{{ trigger.body.id }}", from: "+15005550006", text },
    answer: json(201, { sid: "SM1", status: "queued", error_code: null }),
    wire: {
      method: "POST",
      url: `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Messages.json`,
      headers: { ...formHeaders, authorization: `Basic ${btoa(`${ACCOUNT}:auth-t0ken-of-account`)}` },
      body: "To=%2B4915112345678&From=%2B15005550006&Body=Ann+%22the+boss%22+%26+%3CS%C3%B6ns%3E+%5C+%F0%9F%98%80",
    },
    output: { sid: "SM1", status: "queued", error_code: null },
    loggedUrl: `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Messages.json`,
  },
  {
    name: "an SMS from a Messaging Service, with a key",
    ...byKey,
    config: { to: "+4915112345678", from: SERVICE, text: "Hello" },
    answer: json(201, { sid: "SM2", status: "accepted" }),
    wire: {
      method: "POST",
      url: `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Messages.json`,
      headers: { ...formHeaders, authorization: `Basic ${btoa(`${KEY}:s3cret-of-the-key`)}` },
      body: `To=%2B4915112345678&MessagingServiceSid=${SERVICE}&Body=Hello`,
    },
    output: { sid: "SM2", status: "accepted" },
    loggedUrl: `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Messages.json`,
  },
  {
    name: "ntfy.sh, without a connection",
    type: "ntfy-push",
    config: { topic: "orders-7Hq2xK", text },
    answer: json(200, { id: "sPs71M8A2T", event: "message" }),
    wire: {
      method: "POST",
      url: "https://ntfy.sh/",
      headers: jsonHeaders,
      body: String.raw`{"topic":"orders-7Hq2xK","message":"Ann \"the boss\" & <Söns> \\ 😀","priority":3}`,
    },
    output: { id: "sPs71M8A2T", event: "message" },
    loggedUrl: "https://ntfy.sh/",
  },
  {
    name: "an ntfy server of one's own",
    ...ownNtfy,
    config: {
      topic: "orders",
      title: "Order {{ trigger.body.id }}",
      text: "Hello",
      priority: "5",
      link: "https://shop.example/?who={{ trigger.body.who }}",
    },
    answer: json(200, { id: "a" }),
    wire: {
      method: "POST",
      url: "https://push.example/",
      headers: { ...jsonHeaders, authorization: "Bearer tk_agq31xd5kr8n2w7q" },
      body: '{"topic":"orders","title":"Order 12345678","message":"Hello","priority":5,"click":"https://shop.example/?who=Ann%20%22the%20boss%22%20%26%20%3CS%C3%B6ns%3E%20%5C%20%F0%9F%98%80"}',
    },
    output: { id: "a" },
    loggedUrl: "https://push.example/",
  },
  {
    name: "Pushover, until somebody confirms",
    ...pushover,
    config: { title: "Order {{ trigger.body.id }}", text, priority: "2" },
    answer: json(200, { status: 1, receipt: "r" }),
    wire: {
      method: "POST",
      url: "https://api.pushover.net/1/messages.json",
      headers: formHeaders,
      body: [
        "token=azGDORePK8gMaC0QOYAMyEEuzJnyUi&user=uQiRzpo4DXghDmr9QzzfQu27cmVRsG&title=Order+12345678",
        "&message=Ann+%22the+boss%22+%26+%3CS%C3%B6ns%3E+%5C+%F0%9F%98%80&priority=2&retry=60&expire=3600",
      ].join(""),
    },
    output: { status: 1, receipt: "r" },
    loggedUrl: "https://api.pushover.net/1/messages.json",
  },
];

const refused: RefusedCase[] = [
  {
    name: "Twilio: a wrong token",
    ...byToken,
    config: { to: "+4915112345678", from: "+15005550006", text },
    answers: [json(401, { code: 20003, message: "Authenticate", status: 401 })],
    error: "It answered 401.",
    attempts: ["failed"],
  },
  {
    name: "somebody in Twilio's place repeats what it was sent",
    ...byKey,
    config: { to: "+4915112345678", from: SERVICE, text },
    answers: [json(403, { headers: { Authorization: `Basic ${btoa(`${KEY}:s3cret-of-the-key`)}` } })],
    error: "It answered 403.",
    attempts: ["failed"],
  },
  {
    name: "ntfy asks for patience",
    ...ownNtfy,
    config: { topic: "orders", text },
    answers: [json(429, { code: 42901 }, { "retry-after": "2" }), json(200, { id: "a" })],
    error: null,
    attempts: ["failed", "succeeded"],
    pauseMs: 2_000,
  },
  {
    name: "ntfy: a topic that is none",
    ...ownNtfy,
    config: { topic: "orders/{{ trigger.body.id }}", text },
    answers: [],
    error: "“orders/12345678” is no topic: they have letters, digits, - and _.",
    attempts: [],
  },
  {
    name: "Pushover: a wrong key, which the answer repeats",
    ...pushover,
    config: { text },
    answers: [json(400, { status: 0, errors: [`user ${pushover.connection.credentials.user} is invalid`] })],
    error: "It answered 400.",
    attempts: ["failed"],
  },
];

testActions({ accepted, refused });
