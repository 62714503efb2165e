import { defineSource } from "@/lib/catalog/sources/define-source";

/** What an update is about is named by the only other field beside its number. */
const KINDS = [
  "message",
  "edited_message",
  "channel_post",
  "edited_channel_post",
  "callback_query",
  "inline_query",
  "chosen_inline_result",
  "business_connection",
  "business_message",
  "edited_business_message",
  "deleted_business_messages",
  "message_reaction",
  "message_reaction_count",
  "shipping_query",
  "pre_checkout_query",
  "purchased_paid_media",
  "poll",
  "poll_answer",
  "my_chat_member",
  "chat_member",
  "chat_join_request",
  "chat_boost",
  "removed_chat_boost",
];

/** https://core.telegram.org/bots/api#setwebhook */
export const telegram = defineSource({
  id: "telegram",
  name: "Telegram",
  summary: "Messages to a Telegram bot, pressed buttons, and what happens in its chats.",
  docsUrl: "https://core.telegram.org/bots/api#setwebhook",
  color: "#26a5e4",
  proof: { kind: "token", recipe: { header: "x-telegram-bot-api-secret-token" } },
  secret: { prefix: "", encoding: "hex" },
  event: { type: KINDS.map((key) => ({ key })), id: [{ path: "update_id" }] },
  habits: { deadlineSeconds: null, retries: "Telegram tries again a reasonable number of times, and then gives up." },
  setup: [
    "In Telegram, write /newbot to @BotFather, or /mybots for a bot you have, and copy the bot's token.",
    "Open this in your browser, with your own values: https://api.telegram.org/bot<token>/setWebhook?url=<address>&secret_token=<secret>.",
    "It has worked when Telegram answers that the webhook was set.",
    "Write to your bot to ring.",
  ],
  samples: [
    {
      name: "A message",
      eventType: "message",
      headers: {},
      body: {
        update_id: 710204117,
        message: {
          message_id: 219,
          from: { id: 5120338, is_bot: false, first_name: "Tove", username: "tove_l", language_code: "en" },
          chat: { id: 5120338, first_name: "Tove", username: "tove_l", type: "private" },
          date: 1772616600,
          text: "/lamp on",
        },
      },
    },
    {
      name: "A pressed button",
      eventType: "callback_query",
      headers: {},
      body: {
        update_id: 710204118,
        callback_query: {
          id: "21990000000071",
          from: { id: 5120338, is_bot: false, first_name: "Tove", username: "tove_l" },
          message: {
            message_id: 220,
            chat: { id: 5120338, first_name: "Tove", username: "tove_l", type: "private" },
            date: 1772616605,
            text: "Which lamp?",
          },
          chat_instance: "-710000000000000071",
          data: "lamp:north",
        },
      },
    },
  ],
  vectors: [
    {
      name: "an update with the secret",
      secrets: ["telegram_lantern-71"],
      headers: { "x-telegram-bot-api-secret-token": "telegram_lantern-71" },
      body: '{"update_id":1}',
      expect: "accept",
    },
    {
      name: "an update with another secret",
      secrets: ["telegram_lantern-71"],
      headers: { "x-telegram-bot-api-secret-token": "telegram_lantern-72" },
      body: '{"update_id":1}',
      expect: "reject",
    },
    {
      name: "an update without one",
      secrets: ["telegram_lantern-71"],
      headers: {},
      body: '{"update_id":1}',
      expect: "reject",
    },
  ],
});
