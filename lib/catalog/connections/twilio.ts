import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { basicAuthorization } from "@/lib/catalog/connections/with-credentials";
import { field } from "@/lib/domain/forms/field";

const API = "https://api.twilio.com/2010-04-01/Accounts";

/** https://www.twilio.com/docs/usage/requests-to-twilio */
export const twilio = defineConnection({
  id: "twilio",
  name: "Twilio",
  summary: "Sends text messages by your Twilio account.",
  docsUrl: "https://www.twilio.com/docs/messaging/api/message-resource",
  setup: [
    "Sign in at console.twilio.com. The first page shows your Account SID and, on a click, your Auth Token.",
    "To be able to take it back by itself, make a key of type Standard under Account, API keys & tokens, and paste its SID and secret.",
    "Under Phone Numbers, buy a number to send from, or make a Messaging Service.",
  ],
  config: z.strictObject({
    accountSid: field(
      z
        .string()
        .trim()
        .regex(/^AC[0-9a-f]{32}$/i, "An Account SID is AC and 32 letters or digits."),
      {
        label: "Account SID",
        widget: "text",
        placeholder: "AC…",
      },
    ),
    keySid: field(
      z
        .string()
        .trim()
        .regex(/^(SK[0-9a-f]{32})?$/i, "A key's SID is SK and 32 letters or digits.")
        .default(""),
      {
        label: "API key SID",
        widget: "text",
        placeholder: "SK…",
        help: "Only if you use an API key. Leave it empty for the Auth Token.",
      },
    ),
    secret: field(z.string().trim().min(1, "Paste the Auth Token, or the key's secret.").max(500), {
      label: "Auth Token, or the key's secret",
      widget: "secret",
    }),
  }),
  sample: { accountSid: `AC${"0".repeat(32)}`, keySid: `SK${"0".repeat(32)}`, secret: "a-secret" },
  describe: ({ accountSid }) => accountSid,
  // A key may see the messages, but not the account.
  test: (credentials) => ({
    request: {
      method: "GET",
      url: `${messagesUrl(credentials)}?PageSize=1`,
      headers: [twilioAuthorization(credentials)],
      body: "",
    },
    read: () => ({ ok: true, output: null }),
  }),
});

type Twilio = { accountSid?: string; keySid?: string; secret?: string };

/** Where messages are sent to, and read. */
export function messagesUrl({ accountSid = "" }: Twilio): string {
  return `${API}/${encodeURIComponent(accountSid)}/Messages.json`;
}

export function twilioAuthorization({ accountSid = "", keySid = "", secret = "" }: Twilio) {
  return { name: "authorization", value: basicAuthorization(keySid || accountSid, secret) };
}
