import { vi } from "vitest";
import { type AcceptedCase, json, type RefusedCase, testActions } from "./action-cases";

vi.mock("@/lib/platform/send-request/send-request", async (load) =>
  (await import("../../support/redirected")).redirected(load),
);

const headers = { "content-type": "application/json; charset=utf-8" };
const TEAMS = "https://default0a.1b.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows";
const teams = {
  type: "teams-message",
  connection: {
    kind: "teams-webhook",
    credentials: { url: `${TEAMS}/9f8e/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers&sig=Qm9vLWZhcg` },
  },
};
const discord = {
  type: "discord-message",
  connection: {
    kind: "discord-webhook",
    credentials: { url: "https://discord.com/api/webhooks/1200000000000000000/wHh-8sK_zQ" },
  },
};
const googleChat = {
  type: "google-chat-message",
  connection: {
    kind: "google-chat-webhook",
    credentials: { url: "https://chat.googleapis.com/v1/spaces/AAAA7b/messages?key=AIzaSy-k3y&token=t0k3n_%3D" },
  },
};
const telegram = {
  type: "telegram-message",
  connection: { kind: "telegram-bot", credentials: { token: "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw" } },
};

const accepted: AcceptedCase[] = [
  {
    name: "Teams",
    ...teams,
    config: { title: "Order {{ trigger.body.id }}", text: "{{ trigger.body.who }}\n\n{{ trigger.body.all }}" },
    answer: { status: 202 },
    wire: {
      method: "POST",
      url: "https://default0a.1b.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/9f8e/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers&sig=Qm9vLWZhcg",
      headers,
      body: [
        '{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","contentUrl":null,"content":{',
        '"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.4","body":[',
        '{"type":"RichTextBlock","spacing":"None","inlines":[{"type":"TextRun","text":"Order 12345678","size":"Large","weight":"Bolder"}]},',
        String.raw`{"type":"RichTextBlock","spacing":"None","inlines":[{"type":"TextRun","text":"Ann \"the boss\" & <Söns> \\ 😀"}]},`,
        '{"type":"RichTextBlock","spacing":"None","inlines":[{"type":"TextRun","text":" "}]},',
        '{"type":"RichTextBlock","spacing":"None","inlines":[{"type":"TextRun","text":"<!channel> @everyone <users/all> [here](https://evil.example) *b* {{ steps }}"}]}',
        '],"msteams":{"width":"Full"}}}]}',
      ].join(""),
    },
    output: { status: 202, body: "" },
    loggedUrl: "••••",
  },
  {
    name: "Discord",
    ...discord,
    config: { text: "{{ trigger.body.all }}", username: "Desk of {{ trigger.body.id }}" },
    answer: json(200, { id: "1200000000000000001", channel_id: "1100000000000000000" }),
    wire: {
      method: "POST",
      url: "https://discord.com/api/webhooks/1200000000000000000/wHh-8sK_zQ?wait=true",
      headers,
      body: '{"content":"<!channel> @everyone <users/all> [here](https://evil.example) *b* {{ steps }}","allowed_mentions":{"parse":[]},"username":"Desk of 12345678"}',
    },
    output: { id: "1200000000000000001", channel_id: "1100000000000000000" },
    loggedUrl: "••••?wait=true",
  },
  {
    name: "Google Chat",
    ...googleChat,
    config: { text: "{{ trigger.body.all }} 1 < 2 {{ trigger.body.who }}" },
    answer: json(200, { name: "spaces/AAAA7b/messages/B.B" }),
    wire: {
      method: "POST",
      url: "https://chat.googleapis.com/v1/spaces/AAAA7b/messages?key=AIzaSy-k3y&token=t0k3n_%3D",
      headers,
      body: '{"text":"<!channel> @everyone <\u200Busers/all> [here](https://evil.example) *b* {{ steps }} 1 < 2 Ann \\"the boss\\" & <Söns> \\\\ 😀"}',
    },
    output: { name: "spaces/AAAA7b/messages/B.B" },
    loggedUrl: "••••",
  },
  {
    name: "Telegram",
    ...telegram,
    config: {
      chat: "-100{{ trigger.body.id }}",
      text: "{{ trigger.body.who }} {{ trigger.body.all }}",
      isSilent: true,
    },
    answer: json(200, { ok: true, result: { message_id: 219 } }),
    wire: {
      method: "POST",
      url: "https://api.telegram.org/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/sendMessage",
      headers,
      body: String.raw`{"chat_id":"-10012345678","text":"Ann \"the boss\" & <Söns> \\ 😀 <!channel> @everyone <users/all> [here](https://evil.example) *b* {{ steps }}","disable_notification":true}`,
    },
    output: { message_id: 219 },
    loggedUrl: "https://api.telegram.org/bot••••/sendMessage",
  },
];

const hello = { text: "Hello" };

const refused: RefusedCase[] = [
  {
    name: "Teams: the workflow was switched off",
    ...teams,
    config: hello,
    answers: [json(400, { error: { code: "WorkflowTriggerIsNotEnabled" } })],
    error: "It answered 400.",
    attempts: ["failed"],
  },
  {
    name: "Teams asks for patience",
    ...teams,
    config: hello,
    answers: [{ status: 429, headers: { "retry-after": "2" } }, { status: 202 }],
    error: null,
    attempts: ["failed", "succeeded"],
    pauseMs: 2_000,
  },
  {
    name: "Discord: the webhook was deleted, and the answer repeats its address",
    ...discord,
    config: hello,
    answers: [json(404, { message: "Unknown Webhook", code: 10015, url: discord.connection.credentials.url })],
    error: "It answered 404.",
    attempts: ["failed"],
  },
  {
    name: "Google Chat: the webhook was deleted",
    ...googleChat,
    config: hello,
    answers: [json(401, { error: { code: 401, status: "UNAUTHENTICATED" } })],
    error: "It answered 401.",
    attempts: ["failed"],
  },
  {
    name: "Telegram asks for patience, in the body alone",
    ...telegram,
    config: { ...hello, chat: "@lamps" },
    answers: [
      json(429, { ok: false, error_code: 429, description: "Too Many Requests", parameters: { retry_after: 3 } }),
      json(200, { ok: true, result: { message_id: 1 } }),
    ],
    error: null,
    attempts: ["failed", "succeeded"],
    pauseMs: 3_000,
  },
  {
    name: "Telegram: a wrong token",
    ...telegram,
    config: { ...hello, chat: "@lamps" },
    answers: [json(401, { ok: false, error_code: 401, description: "Unauthorized" })],
    error: "It answered 401.",
    attempts: ["failed"],
  },
  {
    name: "Telegram: a refusal with a good status",
    ...telegram,
    config: { ...hello, chat: "@lamps" },
    answers: [json(200, { ok: false, description: "chat not found" })],
    error: "Telegram refused it: chat not found.",
    attempts: ["failed"],
  },
  {
    name: "a message of which nothing is left: nothing is sent",
    ...telegram,
    config: { text: "{{ trigger.body.nothing }}", chat: "@lamps" },
    answers: [],
    error: "The message is empty.",
    attempts: [],
  },
];

testActions({ accepted, refused });
