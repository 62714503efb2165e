import { vi } from "vitest";
import { type AcceptedCase, json, type RefusedCase, testActions } from "./action-cases";

vi.mock("@/lib/platform/send-request/send-request", async (load) =>
  (await import("../../support/redirected")).redirected(load),
);

const JSON_TYPE = "application/json; charset=utf-8";

const slackApp = { kind: "slack", credentials: { token: "xoxb-1234-5678-abcdefghijkl" } };
const slackWebhook = {
  kind: "slack-webhook",
  credentials: { url: "https://hooks.slack.com/services/T05HARBOUR/B05DOOR/kQ2vXy7LmN0pRsTu" },
};
const toSlack = { channel: "#orders", text: "Order {{ trigger.body.id }} of {{ trigger.body.who }}" };

const accepted: AcceptedCase[] = [
  {
    name: "a Slack app",
    type: "slack-message",
    connection: slackApp,
    config: toSlack,
    answer: json(200, { ok: true, channel: "C05KEEPERS", ts: "1772616600.000219", message: { text: "Order" } }),
    wire: {
      method: "POST",
      url: "https://slack.com/api/chat.postMessage",
      headers: { "content-type": JSON_TYPE, authorization: "Bearer xoxb-1234-5678-abcdefghijkl" },
      body: String.raw`{"channel":"#orders","text":"Order 12345678 of Ann \"the boss\" &amp; &lt;Söns&gt; \\ 😀"}`,
    },
    output: { channel: "C05KEEPERS", ts: "1772616600.000219" },
    loggedUrl: "https://slack.com/api/chat.postMessage",
  },
  {
    name: "a Slack webhook, in a thread and to everybody",
    type: "slack-message",
    connection: slackWebhook,
    config: { mention: "here", text: "{{ trigger.body.all }}", thread: "1772616600.000219" },
    answer: { status: 200, headers: { "content-type": "text/html" }, body: "ok" },
    wire: {
      method: "POST",
      url: "https://hooks.slack.com/services/T05HARBOUR/B05DOOR/kQ2vXy7LmN0pRsTu",
      headers: { "content-type": JSON_TYPE },
      body: '{"text":"<!here> &lt;!channel&gt; @everyone &lt;users/all&gt; [here](https://evil.example) *b* {{ steps }}","thread_ts":"1772616600.000219"}',
    },
    output: { channel: null, ts: null },
    loggedUrl: "••••",
  },
];

const refused: RefusedCase[] = [
  {
    name: "Slack refuses with a good status: the step says why, and does not try again",
    type: "slack-message",
    connection: slackApp,
    config: toSlack,
    answers: [json(200, { ok: false, error: "not_in_channel" })],
    error: "The app is not in the channel. In Slack, write /invite and the app's name there.",
    attempts: ["failed"],
  },
  {
    name: "Slack fails by itself: the step tries again",
    type: "slack-message",
    connection: slackApp,
    config: toSlack,
    answers: [json(200, { ok: false, error: "internal_error" }), json(200, { ok: true, channel: "C1", ts: "1.2" })],
    error: null,
    attempts: ["failed", "succeeded"],
  },
  {
    name: "Slack asks for patience: the step tries again",
    type: "slack-message",
    connection: slackApp,
    config: toSlack,
    answers: [json(429, { ok: false, error: "ratelimited" }, { "retry-after": "2" }), json(200, { ok: true })],
    error: null,
    attempts: ["failed", "succeeded"],
    pauseMs: 2_000,
  },
  {
    name: "Slack's webhook is gone, and its answer repeats the address",
    type: "slack-message",
    connection: slackWebhook,
    config: { text: "Hello" },
    answers: [{ status: 404, body: `no_service at ${slackWebhook.credentials.url}` }],
    error: "It answered 404.",
    attempts: ["failed"],
  },
  {
    name: "Slack's webhook is gone, and whoever is there now repeats its path",
    type: "slack-message",
    connection: slackWebhook,
    config: { text: "Hello" },
    answers: [{ status: 404, body: "Cannot POST /services/T05HARBOUR/B05DOOR/kQ2vXy7LmN0pRsTu" }],
    error: "It answered 404.",
    attempts: ["failed"],
  },
  {
    name: "a Slack app without a channel: nothing is sent",
    type: "slack-message",
    connection: slackApp,
    config: { text: "Hello" },
    answers: [],
    error: "There is no channel to write to.",
    attempts: ["failed"],
  },
];

testActions({ accepted, refused });
