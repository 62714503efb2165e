import { z } from "zod";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { giving } from "@/lib/catalog/nodes/giving";
import { mappingField, neededLine, neededName, textsField } from "@/lib/catalog/nodes/lines";
import { filledMapping, filledTexts } from "@/lib/catalog/nodes/mapping";
import { neededPart } from "@/lib/catalog/nodes/path-part";
import { postJson } from "@/lib/domain/runs/post";

/**
 * https://airtable.com/developers/web/api/create-records
 * https://airtable.com/developers/web/api/update-multiple-records
 */
export const airtableRow = defineNode({
  type: "airtable-row",
  name: "Airtable row",
  summary: "Adds a row to a table, or changes the one that is there.",
  kind: "action",
  group: "Tables and documents",
  icon: "table-2",
  config: z.strictObject({
    connectionId: neededConnection,
    baseId: neededName("Enter the base's id. It begins with app.", {
      label: "Base's id",
      placeholder: "appXXXXXXXXXXXXXX",
      help: "The part of the base's address that begins with app.",
      pattern: /^app[A-Za-z0-9]+$/,
    }),
    table: neededLine("Enter the table.", { label: "Table", placeholder: "Tickets", help: "Its name, or its id." }),
    values: mappingField({
      label: "Columns",
      noun: "column",
      help: "By their names. Airtable turns texts into what a column holds.",
    }),
    mergeOn: textsField({
      label: "Change the row with the same",
      noun: "column",
      placeholder: "Ticket",
      help: "Names of up to three of these columns. Left empty, every run adds a row.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    baseId: "appXXXXXXXXXXXXXX",
    table: "Tickets",
    values: [{ name: "Ticket", value: "{{ trigger.body.data.ticket_id }}" }],
    mergeOn: ["Ticket"],
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["airtable"],
  describe: ({ table, mergeOn }) => (mergeOn.length > 0 ? `Keep a row in ${table}` : `Add a row to ${table}`),
  outputExample: { id: "recXXXXXXXXXXXXXX", fields: { Ticket: "TK-1" } },
  plan: (config, { fill, credentials }) => {
    const { token = "" } = credentials;
    const table = neededPart(fill, config.table, "There is no table to write to.");
    const mergeOn = filledTexts(config.mergeOn, fill);
    const body = {
      records: [{ fields: filledMapping(config.values, fill) }],
      performUpsert: mergeOn.length > 0 ? { fieldsToMergeOn: mergeOn } : undefined,
      typecast: true,
    };
    const url = `https://api.airtable.com/v0/${config.baseId}/${table}`;
    const request = postJson(url, body, [{ name: "authorization", value: `Bearer ${token}` }]);
    return {
      kind: "request",
      request: { ...request, method: mergeOn.length > 0 ? "PATCH" : "POST" },
      read: giving({ id: "records[0].id", fields: "records[0].fields" }),
    };
  },
});
