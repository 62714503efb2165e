import { z } from "zod";
import { defineConnection } from "@/lib/catalog/connections/define-connection";
import { field } from "@/lib/domain/forms/field";
import type { PlannedRequest } from "@/lib/domain/runs/effect";

/** Where everybody may push to a topic, without an account. */
export const PUBLIC_NTFY = "https://ntfy.sh";

/** https://docs.ntfy.sh/publish/#access-tokens */
export const ntfy = defineConnection({
  id: "ntfy",
  name: "ntfy server",
  summary: "Pushes by a server of your own, or to topics of your account at ntfy.sh.",
  docsUrl: "https://docs.ntfy.sh/publish/#access-tokens",
  setup: [
    "Enter the address of your ntfy server. Without one, leave https://ntfy.sh.",
    "If topics are protected there, open its web page, go to Account, Access tokens, and make one that does not expire.",
    "Paste it here; it begins with tk_.",
  ],
  config: z.strictObject({
    server: field(
      z
        .string()
        .trim()
        .max(500)
        .refine((url) => /^https?:\/\//.test(url) && URL.canParse(url), "It begins with https:// or http://.")
        .default(PUBLIC_NTFY),
      { label: "Server", widget: "text", placeholder: PUBLIC_NTFY },
    ),
    token: field(z.string().trim().max(500).default(""), {
      label: "Access token",
      widget: "secret",
      placeholder: "tk_…",
      help: "Leave it empty where everybody may push.",
    }),
  }),
  sample: { server: "https://ntfy.example.com", token: "tk_a-token" },
  describe: ({ server }) => server.replace(/^https?:\/\//, ""),
  test: (credentials) => ({
    request: {
      method: "GET",
      url: `${ntfyUrl(credentials)}v1/account`,
      headers: ntfyAuthorization(credentials),
      body: "",
    },
    read: () => ({ ok: true, output: null }),
  }),
});

type Ntfy = { server?: string; token?: string };

/** Where a message with its topic inside is sent to. */
export function ntfyUrl({ server = "" }: Ntfy): string {
  return `${server.replace(/\/+$/, "")}/`;
}

export function ntfyAuthorization({ token }: Ntfy): PlannedRequest["headers"] {
  return token ? [{ name: "authorization", value: `Bearer ${token}` }] : [];
}
