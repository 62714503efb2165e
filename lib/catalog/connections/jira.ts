import { z } from "zod";
import { type Credentials, defineConnection } from "@/lib/catalog/connections/define-connection";
import { secretField } from "@/lib/catalog/connections/secret-field";
import { basicAuthorization } from "@/lib/catalog/connections/with-credentials";
import { field } from "@/lib/domain/forms/field";
import type { PlannedRequest } from "@/lib/domain/runs/effect";

/** https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/ */
export const jira = defineConnection({
  id: "jira",
  name: "Jira Cloud",
  summary: "Opens tickets in Jira.",
  docsUrl: "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
  setup: [
    "Open id.atlassian.com, then Security → Create and manage API tokens, and press Create API token.",
    "Name it, choose when it ends, and copy it: Atlassian shows it only once.",
    "Enter it here with the e-mail address of that account. Tickets are opened in its name, so it has to be let into the project.",
  ],
  config: z.strictObject({
    site: field(
      z
        .string("Enter the site.")
        .trim()
        .toLowerCase()
        .overwrite((text) => text.replace(/^https:\/\//, "").replace(/\/.*$/, ""))
        .regex(/^[a-z0-9][a-z0-9-]*\.atlassian\.net$/, "Enter the address that ends with .atlassian.net."),
      { label: "Site", widget: "text", placeholder: "my-company.atlassian.net" },
    ),
    email: field(z.email("Enter the account's e-mail address.").max(300), {
      label: "E-mail address of the account",
      widget: "text",
      placeholder: "ann@example.com",
    }),
    token: secretField("Paste the token.", { label: "API token", placeholder: "ATATT…" }),
  }),
  sample: { site: "my-company.atlassian.net", email: "ann@example.com", token: "ATATT-a-token" },
  describe: ({ site, email }) => `${email} at ${site}`,
  test: (credentials) => ({
    request: {
      method: "GET",
      url: `https://${credentials.site}/rest/api/3/myself`,
      headers: jiraHeaders(credentials),
      body: "",
    },
  }),
});

/** What every request to Jira carries. */
export function jiraHeaders({ email = "", token = "" }: Credentials): PlannedRequest["headers"] {
  return [
    { name: "authorization", value: basicAuthorization(email, token) },
    { name: "accept", value: "application/json" },
  ];
}
