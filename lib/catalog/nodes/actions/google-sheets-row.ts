import { isLosslessNumber } from "lossless-json";
import { z } from "zod";
import { googleAuthorization } from "@/lib/catalog/connections/google";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { giving } from "@/lib/catalog/nodes/giving";
import { neededTexts } from "@/lib/catalog/nodes/lines";
import { pathPart } from "@/lib/catalog/nodes/path-part";
import { field } from "@/lib/domain/forms/field";
import { postJson } from "@/lib/domain/runs/post";
import { plainText } from "@/lib/domain/templates/placed";

/** https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets.values/append */
export const googleSheetsRow = defineNode({
  type: "google-sheets-row",
  name: "Google Sheets row",
  summary: "Adds a row at the end of a sheet.",
  kind: "action",
  group: "Tables and documents",
  icon: "sheet",
  config: z.strictObject({
    connectionId: neededConnection,
    spreadsheet: field(
      z
        .string("Paste the spreadsheet's address.")
        .trim()
        .overwrite(idIn)
        .regex(/^[\w-]{20,200}$/, "Paste the address of the spreadsheet, or its id."),
      {
        label: "Spreadsheet",
        widget: "text",
        placeholder: "https://docs.google.com/spreadsheets/d/…",
        help: "Its address. It has to be shared with the service account's e-mail address.",
      },
    ),
    sheet: field(z.string().trim().min(1, "Enter the sheet's name.").max(200).default("Sheet1"), {
      label: "Sheet",
      widget: "text",
      placeholder: "Sheet1",
      help: "The name on its tab.",
    }),
    cells: neededTexts("Add a cell.", {
      label: "Cells",
      noun: "cell",
      placeholder: "{{ trigger.body.id }}",
      help: "From the first column to the right.",
    }),
    reading: field(z.enum(["RAW", "USER_ENTERED"]).default("RAW"), {
      label: "Take them",
      widget: "select",
      choices: [
        { value: "RAW", label: "as they are" },
        { value: "USER_ENTERED", label: "as if they were typed: dates and formulas are understood" },
      ],
      help: "What is taken as if it were typed can be a formula, whoever sent it.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    spreadsheet: "1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms",
    cells: ["{{ trigger.body.data.ticket_id }}", "{{ trigger.body.data.priority }}"],
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["google"],
  describe: ({ sheet, cells }) => `Add ${cells.length === 1 ? "1 cell" : `${cells.length} cells`} to ${sheet}`,
  outputExample: { range: "Sheet1!A7:B7", rows: 1 },
  plan: ({ spreadsheet, sheet, cells, reading }, { fill, credentials }) => {
    // Between quotes a name is never taken for cells, such as A1.
    const range = pathPart(`'${sheet.replaceAll("'", "''")}'`);
    const url = `https://sheets.googleapis.com/v4/spreadsheets/${spreadsheet}/values/${range}:append`;
    const query = `valueInputOption=${reading}&insertDataOption=INSERT_ROWS`;
    return {
      kind: "request",
      request: postJson(`${url}?${query}`, { values: [cells.map((cell) => cellOf(fill.value(cell)))] }),
      authorization: googleAuthorization(credentials),
      read: giving({ range: "updates.updatedRange", rows: "updates.updatedRows" }),
    };
  },
});

/** The id within an address that somebody copied. */
function idIn(text: string): string {
  return /\/spreadsheets\/d\/([\w-]+)/.exec(text)?.[1] ?? text;
}

/** Numbers and switches stay what they are; lists and objects are written as JSON. */
function cellOf(value: unknown): unknown {
  if (typeof value === "boolean" || typeof value === "number" || isLosslessNumber(value)) return value;
  return plainText(value);
}
