import { z } from "zod";
import type { Credentials } from "@/lib/catalog/connections/define-connection";
import { type Context, defineNode } from "@/lib/catalog/nodes/define-node";
import { field } from "@/lib/domain/forms/field";
import { idSchema } from "@/lib/domain/ids";
import { type MailAddress, parseMailAddress, writeMailAddress } from "@/lib/domain/mail/mail-address";
import type { MailServer, PlannedMail } from "@/lib/domain/runs/effect";

const PEOPLE_MAX = 50;

const people = z.array(z.string().max(2_000), "Add who the mail is for.").max(PEOPLE_MAX);

const Config = z.strictObject({
  connectionId: field(idSchema("connection", "Choose a mail server.").optional(), {
    label: "Mail server",
    widget: "connection",
    placeholder: "Doorbell's own mail server",
    help: "A saved connection, or the server that Doorbell itself was set up with (SMTP_URL), where there is one.",
  }),
  to: field(people.min(1, "Add who the mail is for."), {
    label: "To",
    widget: "texts",
    noun: "address",
    placeholder: "ann@example.com",
    help: "Such as ann@example.com, or Ann <ann@example.com>.",
  }),
  cc: field(people.default([]), {
    label: "Copy to",
    widget: "texts",
    noun: "address",
    placeholder: "bob@example.com",
  }),
  replyTo: field(people.default([]), {
    label: "Answers go to",
    widget: "texts",
    noun: "address",
    placeholder: "desk@example.com",
    help: "Without one, to whoever the mail is from.",
  }),
  subject: field(z.string("Enter the subject.").trim().min(1, "Enter the subject.").max(2_000), {
    label: "Subject",
    widget: "template",
    placeholder: "New ticket {{ trigger.body.id }}",
  }),
  text: field(z.string("Write the text.").min(1, "Write the text.").max(1_000_000), {
    label: "Text",
    widget: "long-template",
    placeholder: "{{ trigger.body.customer.name }} writes:\n\n{{ trigger.body.message }}",
  }),
  html: field(z.string().max(1_000_000).default(""), {
    label: "The same as HTML",
    widget: "long-template",
    placeholder: "<p>{{ trigger.body.message }}</p>",
    help: "Shown in place of the text by programs that can. Values in it are shown as they are, never as HTML.",
  }),
});
type Config = z.infer<typeof Config>;

export const email = defineNode({
  type: "email",
  name: "E-mail",
  summary: "Sends an e-mail through a mail server.",
  kind: "action",
  group: "Messages",
  icon: "mail",
  config: Config,
  sample: {
    to: ["Ann <ann@example.com>"],
    subject: "New ticket {{ trigger.body.data.ticket_id }}",
    text: "Priority: {{ trigger.body.data.priority }}",
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["smtp"],
  describe: ({ to }) => `To ${(to[0] ?? "").slice(0, 60)}${to.length > 1 ? ` and ${to.length - 1} more` : ""}`,
  outputExample: {
    messageId: "<drb_0123456789abcdef@doorbell.example>",
    accepted: ["ann@example.com"],
    rejected: [],
    answer: "250 2.0.0 Ok: queued",
  },
  check: ({ to, cc, replyTo }) => [...wrongIn("to", to), ...wrongIn("cc", cc), ...wrongIn("replyTo", replyTo)],
  input: (config, context) => {
    const { sender, to, cc, replyTo, ...rest } = mailOf(config, context);
    const write = (addresses: MailAddress[]) => addresses.map(writeMailAddress);
    return { to: write(to), cc: write(cc), replyTo: write(replyTo), ...rest };
  },
  plan: (config, context) => ({ kind: "mail", mail: mailOf(config, context) }),
});

function mailOf(config: Config, { fill, connectionKind, credentials }: Context): PlannedMail {
  const addresses = (templates: string[]) => templates.flatMap((template) => addressIn(template, fill));
  const to = addresses(config.to);
  if (to.length === 0 && fill.problems.length === 0) fill.complain("There is nobody to send this mail to.");
  return {
    sender: connectionKind === "smtp" ? senderOf(credentials) : null,
    to,
    cc: addresses(config.cc),
    replyTo: addresses(config.replyTo),
    subject: fill.needed(config.subject, "The subject is empty.", "header"),
    text: fill.text(config.text),
    html: fill.text(config.html, "html"),
  };
}

/** Exactly one, however it came in: a list in a value could send the mail to strangers. An empty one is left out. */
function addressIn(template: string, fill: Context["fill"]): MailAddress[] {
  const text = fill.text(template).trim();
  if (text === "") return [];
  const address = parseMailAddress(text);
  if (address) return [address];
  fill.complain(`“${text.slice(0, 200)}” is not one e-mail address.`);
  return [];
}

function senderOf(credentials: Credentials): PlannedMail["sender"] {
  const { host = "", port = "", encryption = "", user = "", password = "", authorities = "", from = "" } = credentials;
  const server = { host, port: Number(port), encryption: encryptionOf(encryption), user, password, authorities };
  return { server, from: parseMailAddress(from) ?? { name: "", address: from } };
}

function encryptionOf(setting: string): MailServer["encryption"] {
  return setting === "tls" || setting === "none" ? setting : "starttls";
}

/** Addresses without a placeholder are known already. */
function wrongIn(name: string, texts: string[]) {
  const wrong = texts.filter((text) => text.trim() !== "" && !/\{[{%]/.test(text) && !parseMailAddress(text));
  return wrong.map((text) => ({ field: name, message: `“${text.slice(0, 100)}” is not an e-mail address.` }));
}
