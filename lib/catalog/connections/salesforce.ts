import { z } from "zod";
import { BaseUrl, withoutSlash } from "@/lib/catalog/connections/base-url";
import { type Credentials, defineConnection } from "@/lib/catalog/connections/define-connection";
import { secretField } from "@/lib/catalog/connections/secret-field";
import { field } from "@/lib/domain/forms/field";
import type { Authorization } from "@/lib/domain/runs/effect";
import { postForm } from "@/lib/domain/runs/post";

const DOCS_URL =
  "https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm&type=5";

export const salesforce = defineConnection({
  id: "salesforce",
  name: "Salesforce",
  summary: "Makes and changes records in Salesforce.",
  docsUrl: DOCS_URL,
  setup: [
    "In Salesforce's Setup, search for External Client App Manager, and press New External Client App.",
    "Switch on OAuth, enter any https address as the callback, and choose the scope Manage user data via APIs (api).",
    "Under Flow Enablement, switch on the Client Credentials Flow, and press Create.",
    "Under Policies, choose as Run As a user who may see and change what the workflow needs, and no more.",
    "Under Settings → OAuth Settings, press Consumer Key and Secret, and copy both.",
    "Your address stands in Setup under My Domain: it ends with .my.salesforce.com.",
  ],
  config: z.strictObject({
    instanceUrl: field(BaseUrl, {
      label: "Address of your Salesforce",
      widget: "text",
      placeholder: "https://my-company.my.salesforce.com",
    }),
    clientId: field(z.string("Paste the consumer key.").trim().min(1, "Paste the consumer key.").max(1_000), {
      label: "Consumer key",
      widget: "text",
    }),
    clientSecret: secretField("Paste the consumer secret.", { label: "Consumer secret" }),
  }),
  sample: {
    instanceUrl: "https://my-company.my.salesforce.com",
    clientId: "3MVG9-a-consumer-key",
    clientSecret: "a-consumer-secret",
  },
  describe: ({ instanceUrl }) => new URL(instanceUrl).host,
  test: (credentials) => ({
    request: { method: "GET", url: `${salesforceApiOf(credentials)}/limits`, headers: [], body: "" },
    authorization: salesforceAuthorization(credentials),
  }),
});

/** Where the API of a Salesforce connection is. */
export function salesforceApiOf({ instanceUrl = "" }: Credentials): string {
  return `${withoutSlash(instanceUrl)}/services/data/v62.0`;
}

/** How its requests are authorized: the client credentials flow. */
export function salesforceAuthorization(credentials: Credentials): Authorization {
  const { instanceUrl = "", clientId = "", clientSecret = "" } = credentials;
  const fields = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
  return { kind: "token", request: postForm(`${withoutSlash(instanceUrl)}/services/oauth2/token`, fields) };
}
