import { defineSource } from "@/lib/catalog/sources/define-source";
import { githubSamples } from "@/lib/catalog/sources/github-samples";

/** https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries */
export const github = defineSource({
  id: "github",
  name: "GitHub",
  summary: "Pushes, issues, pull requests, releases and everything else a repository tells.",
  docsUrl: "https://docs.github.com/webhooks",
  proof: { kind: "hmac", recipe: { header: "x-hub-signature-256", prefix: "sha256=" } },
  otherProofs: {
    "github-sha1-legacy": { kind: "hmac", recipe: { header: "x-hub-signature", algorithm: "sha1", prefix: "sha1=" } },
  },
  secret: { prefix: "", encoding: "hex" },
  event: {
    type: [{ header: "x-github-event" }],
    typeSuffix: { path: "action" },
    id: [{ header: "x-github-delivery" }],
  },
  setup: [
    "In your repository or organisation, open Settings, Webhooks, Add webhook.",
    "Paste the address as Payload URL and choose the content type application/json.",
    "Paste the secret as Secret.",
    "Choose the events, and Add webhook. GitHub rings once with a ping.",
  ],
  samples: githubSamples,
});
