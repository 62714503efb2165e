import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { field } from "@/lib/domain/forms/field";

const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

export const bearer = defineConnection({
  id: "bearer",
  name: "Bearer token",
  summary: "A token in the Authorization header, as most services take it.",
  docsUrl: "https://datatracker.ietf.org/doc/html/rfc6750",
  setup: [
    "Make an access token on the service's own page, with no more rights than the workflow needs.",
    "Paste it here.",
  ],
  config: z.strictObject({
    token: field(z.string().trim().min(1, "Paste the token.").max(8_000), { label: "Token", widget: "secret" }),
  }),
  sample: { token: "a-token" },
});

export const basic = defineConnection({
  id: "basic",
  name: "User and password",
  summary: "HTTP basic authentication.",
  docsUrl: "https://datatracker.ietf.org/doc/html/rfc7617",
  setup: ["Ask the service for a user of its own for Doorbell, with no more rights than the workflow needs."],
  config: z.strictObject({
    user: field(z.string().trim().min(1, "Enter the user.").max(500), { label: "User", widget: "text" }),
    password: field(z.string().max(2_000).default(""), { label: "Password", widget: "secret" }),
  }),
  sample: { user: "doorbell", password: "a-password" },
  describe: ({ user }) => user,
});

export const apiKey = defineConnection({
  id: "api-key",
  name: "Key in a header",
  summary: "A key in a header of the service's own.",
  docsUrl: "https://swagger.io/docs/specification/v3_0/authentication/api-keys/",
  setup: ["Make an API key on the service's own page.", "Its documentation says in which header the key belongs."],
  config: z.strictObject({
    header: field(
      z.string().trim().regex(HEADER_NAME, "A header's name has letters, digits and dashes only.").max(200),
      {
        label: "Header",
        widget: "text",
        placeholder: "X-API-Key",
      },
    ),
    key: field(z.string().trim().min(1, "Paste the key.").max(8_000), { label: "Key", widget: "secret" }),
  }),
  sample: { header: "X-API-Key", key: "a-key" },
  describe: ({ header }) => header,
});
