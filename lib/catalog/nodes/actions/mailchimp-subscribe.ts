import { z } from "zod";
import { mailchimpApiOf, mailchimpHeaders } from "@/lib/catalog/connections/mailchimp";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { giving } from "@/lib/catalog/nodes/giving";
import { mappingField, neededLine } from "@/lib/catalog/nodes/lines";
import { filledMapping } from "@/lib/catalog/nodes/mapping";
import { neededPart, pathPart } from "@/lib/catalog/nodes/path-part";
import { field } from "@/lib/domain/forms/field";
import { postJson } from "@/lib/domain/runs/post";

/** https://mailchimp.com/developer/marketing/api/list-members/add-or-update-list-member/ */
export const mailchimpSubscribe = defineNode({
  type: "mailchimp-subscribe",
  name: "Mailchimp subscriber",
  summary: "Adds somebody to an audience, or changes what it knows of them.",
  kind: "action",
  group: "Customers and shops",
  icon: "mail-plus",
  config: z.strictObject({
    connectionId: neededConnection,
    audience: neededLine("Enter the audience's id.", {
      label: "Audience's id",
      placeholder: "a1b2c3d4e5",
      help: "At Mailchimp: Audience → More options → Audience settings, at the very end.",
    }),
    email: neededLine("Enter the e-mail address.", {
      label: "E-mail address",
      placeholder: "{{ trigger.body.customer.email }}",
    }),
    statusIfNew: field(z.enum(["pending", "subscribed"]).default("pending"), {
      label: "When they are new",
      widget: "select",
      choices: [
        { value: "pending", label: "ask them first, by an e-mail from Mailchimp" },
        { value: "subscribed", label: "subscribe them: they have agreed already" },
      ],
      help: "Nobody who has left the audience is brought back by this.",
    }),
    mergeFields: mappingField({
      label: "Fields",
      noun: "field",
      help: "By their tags in the audience, such as FNAME and LNAME, without the stars and bars around them.",
    }),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    audience: "a1b2c3d4e5",
    email: "customer-{{ trigger.body.data.ticket_id }}@example.com",
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["mailchimp"],
  describe: ({ email }) => `Subscribe ${email}`,
  outputExample: { id: "852aaa9532cb36adfb5e9fef7a4206a9", email: "ann@example.com", status: "pending" },
  plan: (config, { fill, credentials }) => {
    const audience = neededPart(fill, config.audience, "There is no audience to add to.");
    const email = fill.needed(config.email, "There is no e-mail address to subscribe.");
    if (email !== "" && !/^[^@\s]+@[^@\s]+$/.test(email))
      fill.complain("What is to be subscribed is no e-mail address.");
    const body = {
      email_address: email,
      status_if_new: config.statusIfNew,
      merge_fields: config.mergeFields.length > 0 ? filledMapping(config.mergeFields, fill) : undefined,
    };
    // Mailchimp takes the address itself, in lower case, in place of its MD5.
    const url = `${mailchimpApiOf(credentials)}/lists/${audience}/members/${pathPart(email.toLowerCase())}`;
    const request = { ...postJson(url, body, mailchimpHeaders(credentials)), method: "PUT" };
    return { kind: "request", request, read: giving({ id: "id", email: "email_address", status: "status" }) };
  },
});
