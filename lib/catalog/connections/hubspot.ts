import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { secretField } from "@/lib/catalog/connections/secret-field";

export const hubspot = defineConnection({
  id: "hubspot",
  name: "HubSpot",
  summary: "Keeps contacts in HubSpot up to date.",
  docsUrl: "https://developers.hubspot.com/docs/guides/apps/private-apps/overview",
  setup: [
    "In HubSpot, open Settings → Integrations → Private apps, which may stand among the legacy apps, and press Create private app.",
    "Under Scopes, add crm.objects.contacts.read and crm.objects.contacts.write.",
    "Press Create app, then Show token, and copy it.",
  ],
  config: z.strictObject({
    token: secretField("Paste the token.", { label: "Access token", placeholder: "pat-eu1-…" }),
  }),
  sample: { token: "pat-eu1-a-token" },
  test: ({ token }) => ({
    request: {
      method: "GET",
      url: "https://api.hubapi.com/crm/v3/objects/contacts?limit=1",
      headers: [{ name: "authorization", value: `Bearer ${token}` }],
      body: "",
    },
  }),
});
