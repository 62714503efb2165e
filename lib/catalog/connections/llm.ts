import { z } from "zod";
import { BaseUrl, withoutSlash } from "@/lib/catalog/connections/base-url";
import { type Credentials, defineConnection } from "@/lib/catalog/connections/define-connection";
import { field } from "@/lib/domain/forms/field";
import type { PlannedRequest } from "@/lib/domain/runs/effect";

/** https://platform.openai.com/docs/api-reference/models/list */
export const llm = defineConnection({
  id: "llm",
  name: "AI model",
  summary: "Asks a language model at OpenAI, or at whoever speaks the same API: Mistral, Groq, OpenRouter, Ollama.",
  docsUrl: "https://platform.openai.com/docs/api-reference/authentication",
  setup: [
    "Make an API key on the service's own page; at OpenAI that is platform.openai.com/api-keys. Set a limit on what it may cost there.",
    "If it is not OpenAI, enter the address of its OpenAI-compatible API, up to and without /chat/completions.",
    "A model on a machine of your own, by Ollama or vLLM say, may need no key. Whoever runs Doorbell has to allow its address in ALLOWED_TARGETS.",
  ],
  config: z.strictObject({
    baseUrl: field(BaseUrl.default("https://api.openai.com/v1"), {
      label: "Address of the API",
      widget: "text",
      placeholder: "https://api.openai.com/v1",
    }),
    apiKey: field(z.string().trim().max(8_000).default(""), {
      label: "API key",
      widget: "secret",
      placeholder: "sk-…",
    }),
  }),
  sample: { apiKey: "sk-a-key" },
  describe: ({ baseUrl }) => new URL(baseUrl).host,
  test: (credentials) => ({
    request: { method: "GET", url: `${llmApiOf(credentials)}/models`, headers: llmHeaders(credentials), body: "" },
  }),
});

/** Where the API of such a connection is. */
export function llmApiOf({ baseUrl = "" }: Credentials): string {
  return withoutSlash(baseUrl);
}

/** What its requests carry. A model of one's own may need no key. */
export function llmHeaders({ apiKey = "" }: Credentials): PlannedRequest["headers"] {
  return apiKey === "" ? [] : [{ name: "authorization", value: `Bearer ${apiKey}` }];
}
