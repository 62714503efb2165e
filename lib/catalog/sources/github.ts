import { defineSource } from "@/lib/catalog/sources/define-source";
import { githubSamples } from "@/lib/catalog/sources/github-samples";

/** https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries */
export const github = defineSource({
  id: "github",
  name: "GitHub",
  summary: "Pushes, issues, pull requests, releases and everything else a repository tells.",
  docsUrl: "https://docs.github.com/webhooks",
  color: "#24292f",
  proof: { kind: "hmac", recipe: { header: "x-hub-signature-256", prefix: "sha256=" } },
  otherProofs: {
    "github-sha1-legacy": { kind: "hmac", recipe: { header: "x-hub-signature", algorithm: "sha1", prefix: "sha1=" } },
  },
  secret: { prefix: "", encoding: "hex" },
  bodies: "checked",
  event: {
    type: [{ header: "x-github-event" }],
    typeSuffix: { path: "action" },
    id: [{ header: "x-github-delivery" }],
  },
  habits: {
    deadlineSeconds: 10,
    retries:
      "GitHub does not try again by itself. In the webhook's settings, under Recent Deliveries, it can be told to.",
  },
  setup: [
    "In your repository or organisation, open Settings, Webhooks, Add webhook.",
    "Paste the address as Payload URL and choose the content type application/json.",
    "Paste the secret as Secret.",
    "Choose the events, and Add webhook. GitHub rings once with a ping.",
  ],
  samples: githubSamples,
  vectors: [
    {
      name: "the example in GitHub's documentation",
      secrets: ["It's a Secret to Everybody"],
      headers: { "x-hub-signature-256": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17" },
      body: "Hello, World!",
      expect: "accept",
    },
    {
      name: "GitHub's example with one character less",
      secrets: ["It's a Secret to Everybody"],
      headers: { "x-hub-signature-256": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17" },
      body: "Hello, World",
      expect: "reject",
    },
    {
      name: "GitHub's example without its prefix",
      secrets: ["It's a Secret to Everybody"],
      headers: { "x-hub-signature-256": "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17" },
      body: "Hello, World!",
      expect: "reject",
    },
    {
      name: "GitHub's example under the header of the old algorithm",
      secrets: ["It's a Secret to Everybody"],
      headers: { "x-hub-signature": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17" },
      body: "Hello, World!",
      expect: "reject",
    },
    {
      name: "the older signature, where it is asked for",
      scheme: "github-sha1-legacy",
      secrets: ["old lamp"],
      headers: { "x-hub-signature": "sha1=5a369bddda45e4152373f1fcb39a35e9af630342" },
      body: '{"zen":"Keep the light on."}',
      expect: "accept",
    },
    {
      name: "the older signature over other bytes",
      scheme: "github-sha1-legacy",
      secrets: ["old lamp"],
      headers: { "x-hub-signature": "sha1=5a369bddda45e4152373f1fcb39a35e9af630342" },
      body: '{"zen":"Keep the light on."} ',
      expect: "reject",
    },
  ],
});
