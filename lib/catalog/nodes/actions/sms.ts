import { z } from "zod";
import { messagesUrl, twilioAuthorization } from "@/lib/catalog/connections/twilio";
import { bodyOf } from "@/lib/catalog/nodes/actions/body-of";
import { describeMessage, messageField, NOTHING_TO_SAY } from "@/lib/catalog/nodes/actions/message";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { field } from "@/lib/domain/forms/field";
import { postForm } from "@/lib/domain/runs/post";
import { shorten } from "@/lib/domain/runs/shorten";

const TEXT_MAX = 1_600;
const MESSAGING_SERVICE = /^MG[0-9a-f]{32}$/i;

/** https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource */
export const sms = defineNode({
  type: "sms",
  name: "Text message",
  summary: "Sends an SMS by Twilio.",
  kind: "action",
  group: "Messages",
  icon: "smartphone",
  config: z.strictObject({
    connectionId: neededConnection,
    to: field(z.string("Enter a number.").trim().min(1, "Enter a number.").max(500), {
      label: "To",
      widget: "template",
      placeholder: "+4915112345678",
      help: "The number, with + and the country's code.",
    }),
    from: field(z.string("Enter who sends.").trim().min(1, "Enter who sends.").max(500), {
      label: "From",
      widget: "template",
      placeholder: "+15005550006",
      help: "A number of yours at Twilio, a name that is registered there, or the SID of a Messaging Service (MG…).",
    }),
    text: messageField("Twilio takes 1,600 characters; the rest is cut off. Long texts cost as several messages."),
  }),
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    to: "+4915112345678",
    from: "+15005550006",
    text: "Ticket {{ trigger.body.data.ticket_id }} needs you.",
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["twilio"],
  describe: ({ to, text }) => describeMessage(`To ${to}`, text),
  outputExample: { sid: `SM${"0".repeat(32)}`, status: "queued", to: "+4915112345678", from: "+15005550006" },
  plan: ({ to, from, text }, { fill, credentials }) => {
    const sender = fill.needed(from, "There is nobody to send from.");
    const fields = {
      To: fill.needed(to, "There is no number to send to."),
      [MESSAGING_SERVICE.test(sender) ? "MessagingServiceSid" : "From"]: sender,
      Body: shorten(fill.needed(text, NOTHING_TO_SAY), TEXT_MAX),
    };
    const request = postForm(messagesUrl(credentials), fields, [twilioAuthorization(credentials)]);
    return { kind: "request", request, read: bodyOf };
  },
});
