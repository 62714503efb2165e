import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { authorities, host, password, port, user } from "@/lib/catalog/connections/server-fields";
import { field } from "@/lib/domain/forms/field";
import { parseServerUrl } from "@/lib/domain/server-url";

export const postgresql = defineConnection({
  id: "postgresql",
  name: "PostgreSQL",
  summary: "A PostgreSQL database, or one that speaks as it does.",
  docsUrl: "https://www.postgresql.org/docs/current/user-manag.html",
  setup: [
    "Make a user for Doorbell alone: CREATE USER doorbell PASSWORD '…'; and GRANT it no more than the workflow needs.",
    "Database providers show a whole address, postgresql://…, to copy. Paste that one, or fill in its parts.",
  ],
  config: settings({
    scheme: /^postgres(ql)?$/,
    example: "postgresql://doorbell:password@db.example.com:5432/shop",
    port: "5432",
  }),
  sample: { host: "db.example.com", database: "shop", user: "doorbell", password: "a-password" },
  describe: whereIs,
});

export const mysql = defineConnection({
  id: "mysql",
  name: "MySQL",
  summary: "A MySQL or MariaDB database.",
  docsUrl: "https://dev.mysql.com/doc/refman/8.4/en/creating-accounts.html",
  setup: [
    "Make a user for Doorbell alone: CREATE USER doorbell IDENTIFIED BY '…'; and GRANT it no more than the workflow needs.",
    "Database providers show a whole address, mysql://…, to copy. Paste that one, or fill in its parts.",
  ],
  config: settings({
    scheme: /^(mysql|mariadb)$/,
    example: "mysql://doorbell:password@db.example.com:3306/shop",
    port: "3306",
  }),
  sample: { host: "db.example.com", database: "shop", user: "doorbell", password: "a-password" },
  describe: whereIs,
});

type Kind = { scheme: RegExp; example: string; port: string };

function settings({ scheme, example, port: usualPort }: Kind) {
  const isAddress = (text: string): boolean => {
    const url = parseServerUrl(text);
    return url !== null && scheme.test(url.scheme) && url.user !== "";
  };
  const shape = z.strictObject({
    url: field(
      z
        .string()
        .trim()
        .max(4_000)
        .refine((text) => text === "" || isAddress(text), `The address has to look like ${example}.`)
        .default(""),
      {
        label: "Address",
        widget: "secret",
        placeholder: example,
        help: "The whole address with user and password. Leave it empty to fill in its parts below.",
      },
    ),
    host: field(z.union([z.literal(""), host]).default(""), {
      label: "Host",
      widget: "text",
      placeholder: "db.example.com",
    }),
    port: field(port.default(usualPort), { label: "Port", widget: "text" }),
    database: field(z.string().trim().max(200).default(""), { label: "Database", widget: "text", placeholder: "shop" }),
    user: field(user, { label: "User", widget: "text" }),
    password: field(password, { label: "Password", widget: "secret" }),
    encryption: field(z.enum(["tls", "none"]).default("tls"), {
      label: "Encryption",
      widget: "select",
      choices: [
        { value: "tls", label: "TLS, with the server's certificate checked" },
        { value: "none", label: "None: only within a network that you trust" },
      ],
    }),
    authorities,
  });
  return shape.superRefine((filled, context) => {
    if (filled.url !== "") return;
    if (filled.host === "")
      context.addIssue({ code: "custom", path: ["host"], message: "Enter the host, or the whole address." });
    if (filled.user === "") context.addIssue({ code: "custom", path: ["user"], message: "Enter the user." });
  });
}

/** What the address leads to; who uses it and with which password stays out. */
function whereIs({ url, host, database }: { url: string; host: string; database: string }): string {
  const parsed = parseServerUrl(url);
  const [at, name] = parsed ? [parsed.host, parsed.path] : [host, database];
  return name === "" ? at : `${name} at ${at}`;
}
