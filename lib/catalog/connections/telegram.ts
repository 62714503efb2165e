import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { field } from "@/lib/domain/forms/field";

/** https://core.telegram.org/bots/api#authorizing-your-bot */
export const telegramBot = defineConnection({
  id: "telegram-bot",
  name: "Telegram bot",
  summary: "Writes as your bot, to people who have written to it and to groups that it is in.",
  docsUrl: "https://core.telegram.org/bots/features#botfather",
  setup: [
    "In Telegram, write /newbot to @BotFather, or /mybots for a bot that you have, and copy the bot's token.",
    "Write something to your bot, or add it to the group that it should write to.",
  ],
  config: z.strictObject({
    token: field(
      z
        .string()
        .trim()
        .regex(/^\d+:[\w-]+$/, "A bot's token is a number, a colon, and letters.")
        .max(200),
      { label: "Bot token", widget: "secret", placeholder: "110201543:AAHdq…" },
    ),
  }),
  sample: { token: "110201543:a-token" },
  describe: ({ token }) => `Bot ${token.slice(0, token.indexOf(":"))}`,
  test: ({ token }) => ({
    request: { method: "GET", url: `https://api.telegram.org/bot${token}/getMe`, headers: [], body: "" },
  }),
});
