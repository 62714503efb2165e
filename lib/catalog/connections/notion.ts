import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { secretField } from "@/lib/catalog/connections/secret-field";
import type { PlannedRequest } from "@/lib/domain/runs/effect";

/** https://developers.notion.com/reference/get-self */
export const notion = defineConnection({
  id: "notion",
  name: "Notion",
  summary: "Adds pages to databases in Notion.",
  docsUrl: "https://developers.notion.com/docs/create-a-notion-integration",
  setup: [
    "Open notion.so/profile/integrations, press New integration, name it, and choose the workspace.",
    "Copy the Internal Integration Secret.",
    "In Notion, open the database, press the dots at the top right, then Connections, and add the integration.",
  ],
  config: z.strictObject({
    token: secretField("Paste the secret.", { label: "Internal integration secret", placeholder: "ntn_…" }),
  }),
  sample: { token: "ntn_a-secret" },
  test: ({ token }) => ({
    request: { method: "GET", url: "https://api.notion.com/v1/users/me", headers: notionHeaders(token), body: "" },
  }),
});

/** What every request to Notion carries. In this version a page is added by the database's id, which its address shows. */
export function notionHeaders(token = ""): PlannedRequest["headers"] {
  return [
    { name: "authorization", value: `Bearer ${token}` },
    { name: "notion-version", value: "2022-06-28" },
  ];
}
