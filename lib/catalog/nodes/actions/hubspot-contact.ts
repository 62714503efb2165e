import { z } from "zod";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { giving } from "@/lib/catalog/nodes/giving";
import { mappingField, neededLine } from "@/lib/catalog/nodes/lines";
import { filledMappingTexts } from "@/lib/catalog/nodes/mapping";
import { readPath } from "@/lib/domain/json/read-path";
import type { Answer, Reading } from "@/lib/domain/runs/effect";
import { postJson } from "@/lib/domain/runs/post";

/** https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/batch/post-crm-v3-objects-contacts-batch-upsert */
export const hubspotContact = defineNode({
  type: "hubspot-contact",
  name: "HubSpot contact",
  summary: "Makes a contact, or changes the one with this e-mail address.",
  kind: "action",
  group: "Customers and shops",
  icon: "contact",
  config: z.strictObject({
    connectionId: neededConnection,
    email: neededLine("Enter the e-mail address.", {
      label: "E-mail address",
      placeholder: "{{ trigger.body.customer.email }}",
      help: "Who has this address is changed. When nobody has it, a contact is made.",
    }),
    properties: mappingField({
      label: "Properties",
      noun: "property",
      help: "By their internal names, such as firstname, lastname, phone and company. All others stay as they are.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    email: "customer-{{ trigger.body.data.ticket_id }}@example.com",
    properties: [{ name: "firstname", value: "Ann" }],
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["hubspot"],
  describe: ({ email }) => `Keep ${email}`,
  outputExample: { id: "51", isNew: true },
  plan: (config, { fill, credentials }) => {
    const { token = "" } = credentials;
    const email = fill.needed(config.email, "There is no e-mail address to find the contact by.");
    const properties = { ...filledMappingTexts(config.properties, fill), email };
    const body = { inputs: [{ idProperty: "email", id: email, properties }] };
    const headers = [{ name: "authorization", value: `Bearer ${token}` }];
    const request = postJson("https://api.hubapi.com/crm/v3/objects/contacts/batch/upsert", body, headers);
    return { kind: "request", request, read: readUpserted };
  },
});

const read = giving({ id: "results[0].id", isNew: "results[0].new" });

/** A batch that went wrong in parts is answered 207. */
function readUpserted(answer: Answer): Reading {
  const reading = read(answer);
  if (!reading.ok || readPath(answer.body, "results[0].id") !== undefined) return reading;
  const said = readPath(answer.body, "errors[0].message");
  return {
    ok: false,
    message: `HubSpot refused the contact: ${typeof said === "string" ? said : "it does not say why"}`,
  };
}
