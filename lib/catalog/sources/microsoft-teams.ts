import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook */
export const microsoftTeams = defineSource({
  id: "microsoft-teams",
  name: "Microsoft Teams",
  summary: "Messages in a channel that mention the name of an outgoing webhook.",
  docsUrl: "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook",
  color: "#5059c9",
  proof: {
    kind: "hmac",
    recipe: { header: "authorization", prefix: "HMAC ", encoding: "base64", keyEncoding: "base64" },
  },
  secret: { prefix: "", encoding: "base64" },
  secretBy: "sender",
  event: {
    type: [{ path: "type" }],
    id: [{ all: [{ path: "conversation.id" }, { path: "id" }] }, { path: "id" }],
  },
  // Teams shows this in the channel, and an error when it gets anything but a message.
  replies: {
    accepted: { status: 200, contentType: "application/json", body: '{"type":"message","text":"Received."}' },
  },
  habits: {
    deadlineSeconds: 5,
    retries: "Teams shows an error in the channel and does not try again.",
  },
  setup: [
    "In Teams, open Manage team for the team that should ring, and there the tab Apps.",
    "Choose Create an outgoing webhook, give it the name that people will mention, and paste the address as Callback URL.",
    "Teams then shows a security token, once: paste it here as the secret.",
    "Mention the webhook's name in a channel of that team to ring.",
  ],
  samples: [
    {
      name: "A mention in a channel",
      eventType: "message",
      headers: {},
      body: {
        type: "message",
        id: "1772616600219",
        timestamp: "2026-03-04T09:30:00.219Z",
        serviceUrl: "https://smba.trafficmanager.net/emea/",
        channelId: "msteams",
        from: { id: "29:1lamp-tove", name: "Tove Lund", aadObjectId: "3b1f7c30-17d6-41f1-9c0e-3f1a2b7d9e10" },
        conversation: { isGroup: true, id: "19:keepers@thread.tacv2;messageid=1772616600219", name: "Keepers" },
        text: "<at>Doorbell</at> open the workshop at nine",
        textFormat: "plain",
      },
    },
  ],
  vectors: [
    {
      name: "a message, signed with the decoded token",
      secrets: ["AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="],
      headers: { authorization: "HMAC NhYugb1BYaGOnh71b8LxifXKCLjKVYkDTCbOV8vYoac=" },
      body: '{"type":"message","id":"1760000000123","text":"<at>Doorbell</at> open"}',
      expect: "accept",
    },
    {
      name: "the same message, signed with the token as text",
      secrets: ["AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="],
      headers: { authorization: "HMAC yE23e31M4vsAAME9aGIcJy/fdoSnd5UBqMbiDqBkyJA=" },
      body: '{"type":"message","id":"1760000000123","text":"<at>Doorbell</at> open"}',
      expect: "reject",
    },
    {
      name: "a message that was changed on its way",
      secrets: ["AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="],
      headers: { authorization: "HMAC NhYugb1BYaGOnh71b8LxifXKCLjKVYkDTCbOV8vYoac=" },
      body: '{"type":"message","id":"1760000000123","text":"<at>Doorbell</at> shut"}',
      expect: "reject",
    },
  ],
});
