import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { secretField } from "@/lib/catalog/connections/secret-field";
import { basicAuthorization } from "@/lib/catalog/connections/with-credentials";
import { field } from "@/lib/domain/forms/field";

/** https://developer.atlassian.com/cloud/bitbucket/rest/api-group-users/#api-user-get */
export const bitbucket = defineConnection({
  id: "bitbucket",
  name: "Bitbucket Cloud",
  summary: "Starts pipelines at Bitbucket Cloud.",
  docsUrl: "https://support.atlassian.com/bitbucket-cloud/docs/create-an-api-token/",
  setup: [
    "Open id.atlassian.com, then Security → Create and manage API tokens, and press Create API token with scopes.",
    "Name it, choose when it ends, and choose Bitbucket as the app.",
    "Give it these scopes: read:user:bitbucket, read:pipeline:bitbucket and write:pipeline:bitbucket.",
    "Copy the token, and enter the e-mail address of that Atlassian account beside it.",
  ],
  config: z.strictObject({
    email: field(z.email("Enter the account's e-mail address.").max(300), {
      label: "E-mail address of the account",
      widget: "text",
      placeholder: "ann@example.com",
    }),
    token: secretField("Paste the token.", { label: "API token", placeholder: "ATATT…" }),
  }),
  sample: { email: "ann@example.com", token: "ATATT-a-token" },
  describe: ({ email }) => email,
  test: ({ email, token }) => ({
    request: {
      method: "GET",
      url: "https://api.bitbucket.org/2.0/user",
      headers: [{ name: "authorization", value: basicAuthorization(email, token) }],
      body: "",
    },
  }),
});
