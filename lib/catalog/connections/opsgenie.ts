import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { field } from "@/lib/domain/forms/field";
import { postJson } from "@/lib/domain/runs/post";

/** Jira Service Management, where Opsgenie moves to, takes the same requests. */
const HOSTS: Record<string, string> = {
  us: "https://api.opsgenie.com",
  eu: "https://api.eu.opsgenie.com",
  jira: "https://api.atlassian.com/jsm/ops/integration",
};

/** https://docs.opsgenie.com/docs/api-overview */
export const opsgenie = defineConnection({
  id: "opsgenie",
  name: "Opsgenie",
  summary: "Opens and closes alerts of Opsgenie or of Jira Service Management.",
  docsUrl: "https://docs.opsgenie.com/docs/alert-api",
  setup: [
    "In Opsgenie, open the team that should be alerted, then Integrations, and press Add integration.",
    "In Jira Service Management, the same stands under Operations, the team, Integrations.",
    "Choose API, give it a name, and press Continue. Copy its API key, and turn the integration on.",
  ],
  config: z.strictObject({
    key: field(z.string().trim().min(1, "Paste the API key.").max(500), { label: "API key", widget: "secret" }),
    region: field(z.enum(["us", "eu", "jira"]).default("us"), {
      label: "Your alerts are in",
      widget: "select",
      choices: [
        { value: "us", label: "Opsgenie (app.opsgenie.com)" },
        { value: "eu", label: "Opsgenie in the EU (app.eu.opsgenie.com)" },
        { value: "jira", label: "Jira Service Management" },
      ],
    }),
  }),
  sample: { key: "a-key", region: "us" },
  // The key of an integration may open and close alerts, and need not be able to read any. There is none of this alias.
  test: (credentials) => ({
    request: postJson(
      `${opsgenieUrl(credentials)}/doorbell-tries-its-key/close?identifierType=alias`,
      {},
      opsgenieAuthorization(credentials),
    ),
  }),
});

/** Where alerts are. */
export function opsgenieUrl({ region = "" }: { region?: string }): string {
  return `${HOSTS[region] ?? HOSTS["us"]}/v2/alerts`;
}

export function opsgenieAuthorization({ key = "" }: { key?: string }) {
  return [{ name: "authorization", value: `GenieKey ${key}` }];
}
