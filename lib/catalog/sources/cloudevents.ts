import { cloudEventsHandshake } from "@/lib/catalog/sources/cloudevents-handshake";
import { defineSource } from "@/lib/catalog/sources/define-source";
import type { ProofOptions } from "@/lib/domain/signatures/verifier";

/** Names in a list, or in one text with commas between them. */
function allowedOrigins(options: ProofOptions): string[] {
  return [options["allowedOrigins"]]
    .flat()
    .flatMap((text) => (typeof text === "string" ? text.split(",") : []))
    .map((origin) => origin.trim().toLowerCase());
}

/** https://github.com/cloudevents/spec/blob/main/cloudevents/http-webhook.md */
export const cloudevents = defineSource({
  id: "cloudevents",
  name: "CloudEvents",
  summary: "Every sender that delivers events as the CloudEvents specification says.",
  docsUrl: "https://github.com/cloudevents/spec/blob/main/cloudevents/http-webhook.md",
  color: "#2c5fba",
  proof: { kind: "token", recipe: { header: "authorization", prefix: "Bearer " } },
  otherProofs: { query: { kind: "token", recipe: { query: "access_token" } } },
  secret: { prefix: "", encoding: "hex" },
  settings: [
    {
      option: "allowedOrigins",
      label: "Allowed origins",
      help: "Senders that may ask to deliver here, such as eventemitter.example.com, with commas between them. * allows all.",
      isRequired: false,
    },
  ],
  event: { type: [{ header: "ce-type" }, { path: "type" }], id: [{ header: "ce-id" }, { path: "id" }] },
  batch: { path: "$", event: { type: [{ path: "type" }], id: [{ path: "id" }] } },
  handshakes: [cloudEventsHandshake(allowedOrigins)],
  habits: { deadlineSeconds: null, retries: "How often it tries again is up to the sender." },
  setup: [
    "Give the sender the address as the target, or sink, of its events.",
    "Give it the secret as its access token: it is sent in the header Authorization, behind the word Bearer.",
    "If the sender can only add to the address, choose the way “query” and append ?access_token= and the secret to the address.",
    "If the sender asks for permission first, write its origin under Allowed origins.",
  ],
  samples: [
    {
      name: "An event as one JSON document",
      eventType: "com.example.lamp.lit",
      headers: { "content-type": "application/cloudevents+json; charset=utf-8" },
      body: {
        specversion: "1.0",
        type: "com.example.lamp.lit",
        source: "https://example.com/lighthouse",
        subject: "lamp-1",
        id: "5b1f7c30-17d6-4f1a-9c0e-3f1a2b7d9e20",
        time: "2026-03-04T18:02:11Z",
        datacontenttype: "application/json",
        data: { lamp: "lamp-1", brightness: 0.8 },
      },
    },
    {
      name: "An event whose attributes stand in the headers",
      eventType: "com.example.ship.seen",
      headers: {
        "content-type": "application/json",
        "ce-specversion": "1.0",
        "ce-type": "com.example.ship.seen",
        "ce-source": "https://example.com/lighthouse",
        "ce-id": "5b1f7c30-17d6-4f1a-9c0e-3f1a2b7d9e21",
        "ce-time": "2026-03-04T18:10:40Z",
      },
      body: { name: "Albatros", bearing: 214, distance_nm: 6.5 },
    },
  ],
  vectors: [
    {
      name: "the token in the header",
      secrets: ["ce token"],
      headers: { authorization: "Bearer ce token" },
      body: '{"specversion":"1.0"}',
      expect: "accept",
    },
    {
      name: "another token",
      secrets: ["ce token"],
      headers: { authorization: "Bearer ce" },
      body: '{"specversion":"1.0"}',
      expect: "reject",
    },
    {
      name: "the token in the address",
      scheme: "query",
      secrets: ["ce-token"],
      url: "https://door.example/h/ce?access_token=ce-token",
      headers: {},
      body: '{"specversion":"1.0"}',
      expect: "accept",
    },
    {
      name: "another token in the address",
      scheme: "query",
      secrets: ["ce-token"],
      url: "https://door.example/h/ce?access_token=ce",
      headers: {},
      body: '{"specversion":"1.0"}',
      expect: "reject",
    },
  ],
});
