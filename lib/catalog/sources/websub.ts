import { defineSource } from "@/lib/catalog/sources/define-source";
import { echoable, type Handshake } from "@/lib/catalog/sources/handshake";
import { textOption } from "@/lib/catalog/sources/verifiers/text-option";
import { queryOf } from "@/lib/domain/signatures/query-of";

/**
 * A hub asks whether its subscriber wants what was asked for. Anybody may ask a hub to end a subscription, and ours run
 * out by themselves, so that only beginning one is agreed to.
 */
const intent: Handshake = {
  needsProof: false,
  answer({ method, url }, { options }) {
    const query = queryOf(url);
    const mode = query.get("hub.mode");
    if (method !== "GET" || mode === null) return undefined;
    if (mode === "denied") return { status: 200 };
    const challenge = query.get("hub.challenge");
    const isWanted = mode === "subscribe" && query.get("hub.topic") === textOption(options, "topic");
    if (!isWanted || !echoable(challenge)) return { status: 404, ok: false };
    const headers = { "content-type": "text/plain", "x-content-type-options": "nosniff" };
    return { status: 200, headers, body: challenge };
  },
};

/** https://www.w3.org/TR/websub/#authenticated-content-distribution */
export const websub = defineSource({
  id: "websub",
  name: "WebSub",
  summary: "Feeds that tell of news at once, such as blogs and YouTube channels.",
  docsUrl: "https://www.w3.org/TR/websub/",
  color: "#005a9c",
  proof: { kind: "hmac", recipe: { header: "x-hub-signature", prefix: "sha256=" } },
  otherProofs: {
    "websub-sha1": { kind: "hmac", recipe: { header: "x-hub-signature", algorithm: "sha1", prefix: "sha1=" } },
    "websub-sha512": { kind: "hmac", recipe: { header: "x-hub-signature", algorithm: "sha512", prefix: "sha512=" } },
  },
  secret: { prefix: "", encoding: "hex" },
  settings: [
    {
      option: "topic",
      label: "Topic",
      help: "The address of the feed, to the letter. Only a subscription to it is agreed to.",
      isRequired: true,
    },
  ],
  event: { type: [], id: [] },
  handshakes: [intent],
  habits: { deadlineSeconds: null, retries: "How often it tries again is up to the hub." },
  setup: [
    "Find the feed's hub: the feed names it in a link with rel=hub. The one of YouTube is https://pubsubhubbub.appspot.com/subscribe.",
    "Write the feed's own address here as Topic.",
    "Send the hub a form with hub.mode=subscribe, the topic as hub.topic, the address as hub.callback and the secret as hub.secret. Many hubs have a page with these fields.",
    "The hub asks the address, and is answered by itself. Subscribe again before the subscription runs out.",
    "If deliveries are refused because of their signature, try the way “websub-sha1”: older hubs sign with SHA-1.",
  ],
  samples: [
    {
      name: "A new article of a feed",
      eventType: "",
      headers: {
        "content-type": "application/atom+xml; charset=utf-8",
        link: '<https://example.com/feed>; rel="self", <https://hub.example.com/>; rel="hub"',
      },
      body: [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        "  <title>Harbour Works</title>",
        '  <link rel="self" href="https://example.com/feed"/>',
        "  <updated>2026-03-04T09:00:00Z</updated>",
        "  <entry>",
        "    <id>https://example.com/articles/4711</id>",
        "    <title>The lamp is lit again</title>",
        '    <link href="https://example.com/articles/4711"/>',
        "    <author><name>Tove Lund</name></author>",
        "    <updated>2026-03-04T09:00:00Z</updated>",
        "  </entry>",
        "</feed>",
      ].join("\n"),
    },
  ],
  vectors: [
    {
      name: "signed as the sender does",
      secrets: ["websub-example-secret"],
      headers: { "x-hub-signature": "sha256=cc9b7d557e1c1fc52da6afc2db659e816246e22d719fca2a698b0e13657c658f" },
      body: '<feed xmlns="http://www.w3.org/2005/Atom"><title>Lamp</title></feed>',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["websub-example-secret"],
      headers: { "x-hub-signature": "sha256=cc9b7d557e1c1fc52da6afc2db659e816246e22d719fca2a698b0e13657c658f" },
      body: '<feed xmlns="http://www.w3.org/2005/Atom"><title>Horn</title></feed>',
      expect: "reject",
    },
    {
      name: "signed as the sender does",
      scheme: "websub-sha1",
      secrets: ["websub-example-secret"],
      headers: { "x-hub-signature": "sha1=0adfde99b8b6d20dd4572061517c1eb987154890" },
      body: '<feed xmlns="http://www.w3.org/2005/Atom"><title>Lamp</title></feed>',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      scheme: "websub-sha1",
      secrets: ["websub-example-secret"],
      headers: { "x-hub-signature": "sha1=0adfde99b8b6d20dd4572061517c1eb987154890" },
      body: '<feed xmlns="http://www.w3.org/2005/Atom"><title>Horn</title></feed>',
      expect: "reject",
    },
    {
      name: "signed as the sender does",
      scheme: "websub-sha512",
      secrets: ["websub-example-secret"],
      headers: {
        "x-hub-signature":
          "sha512=2ab5b26c6d17bb1b8a158de3494a3a7ad26c7ff9d5cdecb0b4af38f5ba68869025c34d5b17ae5fc2fcfe4bd636460db648ff1ec8504201b7e9bd88b0362cba7b",
      },
      body: '<feed xmlns="http://www.w3.org/2005/Atom"><title>Lamp</title></feed>',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      scheme: "websub-sha512",
      secrets: ["websub-example-secret"],
      headers: {
        "x-hub-signature":
          "sha512=2ab5b26c6d17bb1b8a158de3494a3a7ad26c7ff9d5cdecb0b4af38f5ba68869025c34d5b17ae5fc2fcfe4bd636460db648ff1ec8504201b7e9bd88b0362cba7b",
      },
      body: '<feed xmlns="http://www.w3.org/2005/Atom"><title>Horn</title></feed>',
      expect: "reject",
    },
    {
      name: "a weaker algorithm than the endpoint asks for",
      secrets: ["websub-example-secret"],
      headers: { "x-hub-signature": "sha1=0adfde99b8b6d20dd4572061517c1eb987154890" },
      body: '<feed xmlns="http://www.w3.org/2005/Atom"><title>Lamp</title></feed>',
      expect: "reject",
    },
  ],
});
