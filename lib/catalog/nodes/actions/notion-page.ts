import { z } from "zod";
import { notionHeaders } from "@/lib/catalog/connections/notion";
import { notionProperties, richText } from "@/lib/catalog/nodes/actions/notion-properties";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { giving } from "@/lib/catalog/nodes/giving";
import { mappingField, neededLine } from "@/lib/catalog/nodes/lines";
import { field } from "@/lib/domain/forms/field";
import { postJson } from "@/lib/domain/runs/post";

/** https://developers.notion.com/reference/post-page */
export const notionPage = defineNode({
  type: "notion-page",
  name: "Notion page",
  summary: "Adds a page to a database.",
  kind: "action",
  group: "Tables and documents",
  icon: "notebook-text",
  config: z.strictObject({
    connectionId: neededConnection,
    databaseId: field(
      z
        .string("Enter the database's id.")
        .trim()
        .regex(
          /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i,
          "Enter the 32 letters and digits of the database's id.",
        ),
      {
        label: "Database's id",
        widget: "text",
        placeholder: "d9824bdc84454327be8b5b47500af6ce",
        help: "The 32 letters and digits in the address of the database, before the question mark.",
      },
    ),
    title: neededLine("Enter the title.", { label: "Title", placeholder: "{{ trigger.body.subject }}" }),
    titleColumn: field(z.string().trim().min(1, "Enter the title's column.").max(200).default("Name"), {
      label: "Title's column",
      widget: "text",
      help: "What the first column of the database is called.",
    }),
    texts: mappingField({ label: "Text columns", noun: "column", help: "All by the names that they have in Notion." }),
    numbers: mappingField({ label: "Number columns", noun: "column" }),
    choices: mappingField({ label: "Select columns", noun: "column", help: "A choice that is not there yet is made." }),
    dates: mappingField({ label: "Date columns", noun: "column", help: "As 2026-11-25 or 2026-11-25T12:00:00Z." }),
    checkboxes: mappingField({ label: "Checkbox columns", noun: "column", help: "Checked by true, yes, on or 1." }),
    links: mappingField({ label: "URL columns", noun: "column" }),
    emails: mappingField({ label: "E-mail columns", noun: "column" }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    databaseId: "d9824bdc84454327be8b5b47500af6ce",
    title: "Ticket {{ trigger.body.data.ticket_id }}",
    choices: [{ name: "Priority", value: "{{ trigger.body.data.priority }}" }],
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["notion"],
  describe: ({ title }) => `Add “${title.slice(0, 80)}”`,
  outputExample: {
    id: "59833787-2cf9-4fdf-8782-e53db20768a5",
    url: "https://www.notion.so/Ticket-598337872cf94fdf8782",
  },
  plan: (config, { fill, credentials }) => {
    const title = fill.needed(config.title, "The page has no title.");
    const properties = {
      ...notionProperties(fill, "text", config.texts),
      ...notionProperties(fill, "number", config.numbers),
      ...notionProperties(fill, "choice", config.choices),
      ...notionProperties(fill, "date", config.dates),
      ...notionProperties(fill, "checkbox", config.checkboxes),
      ...notionProperties(fill, "link", config.links),
      ...notionProperties(fill, "email", config.emails),
      [config.titleColumn]: { title: richText(title) },
    };
    const body = { parent: { database_id: config.databaseId }, properties };
    const request = postJson("https://api.notion.com/v1/pages", body, notionHeaders(credentials["token"]));
    return { kind: "request", request, read: giving({ id: "id", url: "url" }) };
  },
});
