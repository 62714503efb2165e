import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { authorities, host, password, port, user } from "@/lib/catalog/connections/server-fields";
import { field } from "@/lib/domain/forms/field";
import { parseMailAddress } from "@/lib/domain/mail/mail-address";

export const smtp = defineConnection({
  id: "smtp",
  name: "Mail server",
  summary: "A server that takes mail by SMTP, as every mail provider has one.",
  docsUrl: "https://datatracker.ietf.org/doc/html/rfc6409",
  setup: [
    "Look for “SMTP” in the settings or the help of your mail provider: it names a host, a port and a kind of encryption.",
    "Providers with sign-in in two steps want a password made for Doorbell alone, often called an app password.",
    "The sender has to be an address that the provider lets you send from.",
  ],
  config: z.strictObject({
    host: field(host, { label: "Host", widget: "text", placeholder: "smtp.example.com" }),
    port: field(port.default("587"), {
      label: "Port",
      widget: "text",
      help: "Usually 587, or 465 for TLS from the start.",
    }),
    encryption: field(z.enum(["starttls", "tls", "none"]).default("starttls"), {
      label: "Encryption",
      widget: "select",
      choices: [
        { value: "starttls", label: "STARTTLS (port 587)" },
        { value: "tls", label: "TLS from the start (port 465)" },
        { value: "none", label: "None: only within a network that you trust" },
      ],
    }),
    user: field(user, {
      label: "User",
      widget: "text",
      help: "Often the whole e-mail address. Leave it empty for a server without sign-in.",
    }),
    password: field(password, { label: "Password", widget: "secret" }),
    from: field(
      z
        .string("Enter who the mail is from.")
        .trim()
        .refine(
          (text) => parseMailAddress(text) !== null,
          "Write it as bell@example.com, or as Doorbell <bell@example.com>.",
        ),
      { label: "From", widget: "text", placeholder: "Doorbell <bell@example.com>" },
    ),
    authorities,
  }),
  sample: { host: "smtp.example.com", user: "bell", password: "a-password", from: "Doorbell <bell@example.com>" },
  describe: (settings) => settings.host,
});
