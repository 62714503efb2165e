import { z } from "zod";
import { salesforceApiOf, salesforceAuthorization } from "@/lib/catalog/connections/salesforce";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { mappingField, neededName, optionalLine } from "@/lib/catalog/nodes/lines";
import { filledMapping } from "@/lib/catalog/nodes/mapping";
import { neededPart } from "@/lib/catalog/nodes/path-part";
import { field } from "@/lib/domain/forms/field";
import { readPath } from "@/lib/domain/json/read-path";
import type { Answer, Reading } from "@/lib/domain/runs/effect";
import { postJson } from "@/lib/domain/runs/post";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_upsert.htm */
export const salesforceRecord = defineNode({
  type: "salesforce-record",
  name: "Salesforce record",
  summary: "Makes a record, or changes the one with this id.",
  kind: "action",
  group: "Customers and shops",
  icon: "cloud",
  config: z.strictObject({
    connectionId: neededConnection,
    object: neededName("Enter the object's API name.", {
      label: "Object",
      placeholder: "Lead",
      help: "Its API name, such as Lead, Contact, Account, Case, or My_Object__c.",
      pattern: /^[A-Za-z]\w*$/,
    }),
    idField: field(z.string().trim().regex(/^\w*$/, "Enter the field's API name.").max(200).default(""), {
      label: "Find it by",
      widget: "text",
      placeholder: "Ticket_Number__c",
      help: "The API name of a field that is marked as an external id, or Id. Left empty, a record is made every time.",
    }),
    id: optionalLine({
      label: "Its value",
      isOptional: false,
      placeholder: "{{ trigger.body.id }}",
      help: "The record with this value is changed. When there is none, it is made.",
    }),
    values: mappingField({
      label: "Fields",
      noun: "field",
      help: "By their API names, such as LastName, Company and Email.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    object: "Case",
    idField: "Ticket_Number__c",
    id: "{{ trigger.body.data.ticket_id }}",
    values: [{ name: "Priority", value: "{{ trigger.body.data.priority }}" }],
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["salesforce"],
  describe: ({ object, idField }) => (idField ? `Keep a ${object} by its ${idField}` : `Make a ${object}`),
  check: ({ idField, id }) =>
    idField !== "" && id === "" ? [{ field: "id", message: `Enter the value of ${idField}.` }] : [],
  outputExample: { id: "5003z00002abcDEAA1", isNew: true },
  plan: (config, { fill, credentials }) => {
    const url = `${salesforceApiOf(credentials)}/sobjects/${config.object}`;
    const authorization = salesforceAuthorization(credentials);
    const values = filledMapping(config.values, fill);
    const effect = { kind: "request", authorization, read: readSaved } as const;
    if (config.idField === "") return { ...effect, request: postJson(url, values) };
    const id = neededPart(fill, config.id, `There is no ${config.idField} to find the record by.`);
    const request = { ...postJson(`${url}/${config.idField}/${id}`, values), method: "PATCH" };
    return { ...effect, request };
  },
});

/** A change by Id is answered without a body. */
function readSaved({ status, body }: Answer): Reading {
  if (readPath(body, "success") === false) {
    return {
      ok: false,
      message: `Salesforce refused it: ${readPath(body, "errors[0].message") ?? "it does not say why"}`,
    };
  }
  return { ok: true, output: { id: readPath(body, "id") ?? null, isNew: status === 201 } };
}
