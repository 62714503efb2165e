import { z } from "zod";
import { type Credentials, defineConnection } from "@/lib/catalog/connections/define-connection";
import { secretField } from "@/lib/catalog/connections/secret-field";
import { basicAuthorization } from "@/lib/catalog/connections/with-credentials";
import { field } from "@/lib/domain/forms/field";
import type { PlannedRequest } from "@/lib/domain/runs/effect";

/** https://mailchimp.com/developer/marketing/docs/fundamentals/ */
export const mailchimp = defineConnection({
  id: "mailchimp",
  name: "Mailchimp",
  summary: "Keeps an audience at Mailchimp.",
  docsUrl: "https://mailchimp.com/help/about-api-keys/",
  setup: [
    "At Mailchimp, press your profile, then Account & billing → Extras → API keys.",
    "Press Create A Key, name it, and copy it: Mailchimp shows it only once.",
    "The key ends with a dash and some letters, such as us21: these are the server.",
  ],
  config: z.strictObject({
    key: secretField("Paste the key.", { label: "API key" }),
    server: field(
      z
        .string("Enter the server.")
        .trim()
        .regex(/^[a-z]{2,10}\d{1,4}$/, "Enter what stands behind the dash in the key, such as us21."),
      { label: "Server", widget: "text", placeholder: "us21", help: "What stands behind the dash in the key." },
    ),
  }),
  sample: { key: "a-key-us21", server: "us21" },
  describe: ({ server }) => server,
  test: (credentials) => ({
    request: {
      method: "GET",
      url: `${mailchimpApiOf(credentials)}/ping`,
      headers: mailchimpHeaders(credentials),
      body: "",
    },
  }),
});

/** Where the API of a Mailchimp connection is. */
export function mailchimpApiOf({ server = "" }: Credentials): string {
  return `https://${server}.api.mailchimp.com/3.0`;
}

/** What every request to Mailchimp carries. The user's name is not looked at. */
export function mailchimpHeaders({ key = "" }: Credentials): PlannedRequest["headers"] {
  return [{ name: "authorization", value: basicAuthorization("doorbell", key) }];
}
