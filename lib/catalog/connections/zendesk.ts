import { z } from "zod";
import { type Credentials, defineConnection } from "@/lib/catalog/connections/define-connection";
import { secretField } from "@/lib/catalog/connections/secret-field";
import { basicAuthorization } from "@/lib/catalog/connections/with-credentials";
import { field } from "@/lib/domain/forms/field";
import type { PlannedRequest } from "@/lib/domain/runs/effect";

/** https://developer.zendesk.com/api-reference/introduction/security-and-auth/ */
export const zendesk = defineConnection({
  id: "zendesk",
  name: "Zendesk",
  summary: "Opens tickets at Zendesk Support.",
  docsUrl: "https://support.zendesk.com/hc/en-us/articles/4408889192858",
  setup: [
    "In Zendesk, open Admin Center → Apps and integrations → APIs → API tokens. If they are switched off, switch them on.",
    "Press Add API token, describe it, and copy it: Zendesk shows it only once.",
    "Enter it here with the e-mail address of the agent in whose name tickets are opened.",
  ],
  config: z.strictObject({
    subdomain: field(
      z
        .string("Enter the subdomain.")
        .trim()
        .toLowerCase()
        .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, "Enter only what stands before .zendesk.com."),
      { label: "Subdomain", widget: "text", placeholder: "my-company", help: "What stands before .zendesk.com." },
    ),
    email: field(z.email("Enter the agent's e-mail address.").max(300), {
      label: "E-mail address of the agent",
      widget: "text",
      placeholder: "ann@example.com",
    }),
    token: secretField("Paste the token.", { label: "API token" }),
  }),
  sample: { subdomain: "my-company", email: "ann@example.com", token: "an-api-token" },
  describe: ({ subdomain, email }) => `${email} at ${subdomain}`,
  test: (credentials) => ({
    request: {
      method: "GET",
      url: `${zendeskUrlOf(credentials)}/api/v2/users/me.json`,
      headers: zendeskHeaders(credentials),
      body: "",
    },
  }),
});

/** Where the Zendesk of a connection is. */
export function zendeskUrlOf({ subdomain = "" }: Credentials): string {
  return `https://${subdomain}.zendesk.com`;
}

/** What every request to Zendesk carries. */
export function zendeskHeaders({ email = "", token = "" }: Credentials): PlannedRequest["headers"] {
  return [{ name: "authorization", value: basicAuthorization(`${email}/token`, token) }];
}
