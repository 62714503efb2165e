import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { secretField } from "@/lib/catalog/connections/secret-field";

/** https://airtable.com/developers/web/api/get-user-id-scopes */
export const airtable = defineConnection({
  id: "airtable",
  name: "Airtable",
  summary: "Writes rows to tables at Airtable.",
  docsUrl: "https://support.airtable.com/docs/creating-personal-access-tokens",
  setup: [
    "Open airtable.com/create/tokens, and press Create new token.",
    "Name it, and under Scopes add data.records:write, and data.records:read if rows are to be changed.",
    "Under Access, add only the bases that this is about.",
    "Press Create token, and copy it: Airtable shows it only once.",
  ],
  config: z.strictObject({
    token: secretField("Paste the token.", { label: "Personal access token", placeholder: "pat…" }),
  }),
  sample: { token: "pat-a-token" },
  test: ({ token }) => ({
    request: {
      method: "GET",
      url: "https://api.airtable.com/v0/meta/whoami",
      headers: [{ name: "authorization", value: `Bearer ${token}` }],
      body: "",
    },
  }),
});
