import { defineSource } from "@/lib/catalog/sources/define-source";
import { messagebirdVerifier } from "@/lib/catalog/sources/verifiers/messagebird";

const url = "https://bell.example.com/h/bird?room=2";
const body = '{"type":"message.created","message":{"id":"m1"}}';
const claims =
  "eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTc2MDAwMDAwMCwiZXhwIjoxNzYwMDAwMDYwLCJqdGkiOiJqLTEiLCJ1cmxfaGFzaCI6IjcxZTYyNzliYTRmMmYwNzY1OWRiODI5MDQ5ZTA1N2FjNDU3YTVlMjE2Nzk3NTgyNjk5ODlmMjExM2YxMjNmNmEiLCJwYXlsb2FkX2hhc2giOiJmMWI1Y2Q1YmJmYTBhZWZiYTYzODg4NWNkYmFhYzNjNGRkMmIzYmE3MTJlODQ4ZTg3MTAxOTA4ZmZiOWEzMTg1In0";
const token = `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.${claims}.x4MKi4sPT250JZxSsmUxtQS0VlNffko5MbTQUaO8Rp0`;
const sha384Token = `eyJhbGciOiJIUzM4NCIsInR5cCI6IkpXVCJ9.${claims}.DxP-27yIIfnRpEOuY8aZ2ydDsnfFDzjCoVz1kg095r5Qo7kGmtKRqXg-A-uMtZsl`;
const bodilessToken =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTc2MDAwMDAwMCwiZXhwIjoxNzYwMDAwMDYwLCJqdGkiOiJqLTEiLCJ1cmxfaGFzaCI6IjcxZTYyNzliYTRmMmYwNzY1OWRiODI5MDQ5ZTA1N2FjNDU3YTVlMjE2Nzk3NTgyNjk5ODlmMjExM2YxMjNmNmEifQ.rhZb73lwo8yDl4Dcrq0gxKsXBqjv8sfbevX8Yjy0iLw";
const secrets = ["bird-lantern"];

/** https://developers.messagebird.com/api/#verifying-http-requests */
export const messagebird = defineSource({
  id: "messagebird",
  name: "Bird (MessageBird)",
  summary: "Messages in the conversations of a MessageBird account, on any channel.",
  docsUrl: "https://developers.messagebird.com/api/conversations/#webhooks",
  color: "#2481d7",
  proof: { kind: "own", verifier: messagebirdVerifier },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  methods: ["GET", "POST"],
  event: {
    type: [{ path: "type" }],
    id: [{ all: [{ path: "type" }, { path: "message.id" }, { path: "message.status" }] }],
  },
  replies: { accepted: { status: 200, contentType: "text/plain", body: "" } },
  habits: { deadlineSeconds: null, retries: "MessageBird tries again for some time, at growing intervals." },
  setup: [
    "In the MessageBird dashboard, open Developers, API settings, and there the signing key. Paste it here.",
    "Make a webhook for conversations with the address, either in the dashboard or with MessageBird's API.",
    "The address counts to the letter, because it is signed: do not change it on the way, in a proxy for instance.",
  ],
  samples: [
    {
      name: "A message from a customer",
      eventType: "message.created",
      headers: {},
      body: {
        type: "message.created",
        contact: { id: "5b1f7c3017d641f19c0e3f1a2b7d9e10", msisdn: 447700900123, displayName: "Ines Costa" },
        conversation: { id: "9c0e3f1a2b7d49e180515b1f7c3017d6", status: "active" },
        message: {
          id: "2b7d9e104f1c4e3f9a5b1f7c3017d69c",
          conversationId: "9c0e3f1a2b7d49e180515b1f7c3017d6",
          channelId: "c0e3f1a2b7d941e180515b1f7c3017d6",
          platform: "whatsapp",
          status: "received",
          type: "text",
          direction: "received",
          content: { text: "Do you repair lamps?" },
          createdDatetime: "2026-03-04T09:30:00Z",
        },
      },
    },
  ],
  vectors: [
    {
      name: "a message",
      secrets,
      url,
      headers: { "messagebird-signature-jwt": token },
      body,
      nowSeconds: 1760000000,
      expect: "accept",
    },
    {
      name: "a message, signed with SHA-384",
      secrets,
      url,
      headers: { "messagebird-signature-jwt": sha384Token },
      body,
      nowSeconds: 1760000064,
      expect: "accept",
    },
    {
      name: "a message after its time",
      secrets,
      url,
      headers: { "messagebird-signature-jwt": token },
      body,
      nowSeconds: 1760000065,
      expect: "reject",
    },
    {
      name: "a message that was changed on its way",
      secrets,
      url,
      headers: { "messagebird-signature-jwt": token },
      body: body.replace("m1", "m2"),
      nowSeconds: 1760000000,
      expect: "reject",
    },
    {
      name: "a body that a token for none was sent with",
      secrets,
      url,
      headers: { "messagebird-signature-jwt": bodilessToken },
      body,
      nowSeconds: 1760000000,
      expect: "reject",
    },
    {
      name: "a message at another address",
      secrets,
      url: "https://bell.example.com/h/bird?room=3",
      headers: { "messagebird-signature-jwt": token },
      body,
      nowSeconds: 1760000000,
      expect: "reject",
    },
    {
      name: "a message with another account's key",
      secrets: ["bird-candle"],
      url,
      headers: { "messagebird-signature-jwt": token },
      body,
      nowSeconds: 1760000000,
      expect: "reject",
    },
  ],
});
