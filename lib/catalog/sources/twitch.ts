import { defineSource } from "@/lib/catalog/sources/define-source";
import { echoable, type Handshake, smallJson } from "@/lib/catalog/sources/handshake";
import { headerValues } from "@/lib/domain/signatures/signed-request";

/** The message's kind is not signed, but the challenge in the body is. */
const callbackVerification: Handshake = {
  needsProof: true,
  answer(request) {
    const [kind] = headerValues(request.headers, "twitch-eventsub-message-type");
    // That Twitch ended a subscription is no event of its type.
    if (kind === "revocation") return { status: 204 };
    if (kind !== "webhook_callback_verification") return undefined;
    const { challenge } = smallJson(request);
    if (!echoable(challenge)) return undefined;
    return { status: 200, headers: { "content-type": "text/plain" }, body: challenge };
  },
};

/** https://dev.twitch.tv/docs/eventsub/handling-webhook-events/ */
export const twitch = defineSource({
  id: "twitch",
  name: "Twitch",
  summary: "Streams that went live, follows, subscriptions and everything else that EventSub tells.",
  docsUrl: "https://dev.twitch.tv/docs/eventsub/handling-webhook-events/",
  color: "#9146ff",
  proof: {
    kind: "hmac",
    recipe: {
      header: "twitch-eventsub-message-signature",
      prefix: "sha256=",
      idHeader: "twitch-eventsub-message-id",
      timestampHeader: "twitch-eventsub-message-timestamp",
      timestampUnit: "iso",
      toleranceSeconds: 600,
      signedContent: "{id}{timestamp}{body}",
    },
  },
  secret: { prefix: "", encoding: "hex" },
  event: {
    type: [{ header: "twitch-eventsub-subscription-type" }, { path: "subscription.type" }],
    id: [{ header: "twitch-eventsub-message-id" }],
  },
  handshakes: [callbackVerification],
  habits: {
    deadlineSeconds: null,
    retries: "Twitch expects an answer within a few seconds, tries again, and ends a subscription that keeps failing.",
  },
  setup: [
    "Twitch has no page for subscriptions: they are made by a request to its API. On dev.twitch.tv/console, register an application and get an app access token for it.",
    "Send a POST request to https://api.twitch.tv/helix/eventsub/subscriptions with the type and condition to watch.",
    "As transport, give the method webhook, the address as callback and the secret shown here as secret.",
    "Twitch asks the address at once, and is answered by itself. The subscription's status becomes enabled.",
  ],
  samples: [
    {
      name: "A new follower",
      eventType: "channel.follow",
      headers: {
        "twitch-eventsub-message-id": "5b1f7c30-55c9-4987-8304-da1588d8988b",
        "twitch-eventsub-message-type": "notification",
        "twitch-eventsub-subscription-type": "channel.follow",
        "twitch-eventsub-subscription-version": "2",
      },
      body: {
        subscription: {
          id: "5b1f7c30-161a-49f9-a165-0f21d7a4e1c4",
          type: "channel.follow",
          version: "2",
          status: "enabled",
          cost: 0,
          condition: { broadcaster_user_id: "20417", moderator_user_id: "20417" },
          transport: { method: "webhook", callback: "https://door.example.com/h/twitch" },
          created_at: "2026-03-01T08:00:00.634234626Z",
        },
        event: {
          user_id: "88120",
          user_login: "tovelund",
          user_name: "ToveLund",
          broadcaster_user_id: "20417",
          broadcaster_user_login: "harbourworks",
          broadcaster_user_name: "HarbourWorks",
          followed_at: "2026-03-04T09:00:00.171061Z",
        },
      },
    },
    {
      name: "A stream that went live",
      eventType: "stream.online",
      headers: {
        "twitch-eventsub-message-id": "5b1f7c30-55c9-4987-8304-da1588d8988c",
        "twitch-eventsub-message-type": "notification",
        "twitch-eventsub-subscription-type": "stream.online",
        "twitch-eventsub-subscription-version": "1",
      },
      body: {
        subscription: {
          id: "5b1f7c30-161a-49f9-a165-0f21d7a4e1c5",
          type: "stream.online",
          version: "1",
          status: "enabled",
          condition: { broadcaster_user_id: "20417" },
        },
        event: {
          id: "40204171",
          broadcaster_user_id: "20417",
          broadcaster_user_login: "harbourworks",
          broadcaster_user_name: "HarbourWorks",
          type: "live",
          started_at: "2026-03-04T18:00:00Z",
        },
      },
    },
  ],
  vectors: [
    {
      name: "signed as the sender does",
      secrets: ["5f1a6e7cd2e7137ccf9e15b2f43fe639"],
      headers: {
        "twitch-eventsub-message-id": "e76c6bd4-55c9-4987-8304-000000000001",
        "twitch-eventsub-message-timestamp": "2026-03-04T09:00:00.123456789Z",
        "twitch-eventsub-message-signature": "sha256=96c3c7f78ac2a98c792f9da9b2e372314bf565edc7c253faeed8cd8bd8e40805",
      },
      body: '{"subscription":{"type":"channel.follow"},"event":{"user_name":"tove"}}',
      nowSeconds: 1772614805,
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["5f1a6e7cd2e7137ccf9e15b2f43fe639"],
      headers: {
        "twitch-eventsub-message-id": "e76c6bd4-55c9-4987-8304-000000000001",
        "twitch-eventsub-message-timestamp": "2026-03-04T09:00:00.123456789Z",
        "twitch-eventsub-message-signature": "sha256=96c3c7f78ac2a98c792f9da9b2e372314bf565edc7c253faeed8cd8bd8e40805",
      },
      body: '{"subscription":{"type":"channel.follow"},"event":{"user_name":"jens"}}',
      nowSeconds: 1772614805,
      expect: "reject",
    },
    {
      name: "a request that is eleven minutes old",
      secrets: ["5f1a6e7cd2e7137ccf9e15b2f43fe639"],
      headers: {
        "twitch-eventsub-message-id": "e76c6bd4-55c9-4987-8304-000000000001",
        "twitch-eventsub-message-timestamp": "2026-03-04T09:00:00.123456789Z",
        "twitch-eventsub-message-signature": "sha256=96c3c7f78ac2a98c792f9da9b2e372314bf565edc7c253faeed8cd8bd8e40805",
      },
      body: '{"subscription":{"type":"channel.follow"},"event":{"user_name":"tove"}}',
      nowSeconds: 1772615461,
      expect: "reject",
    },
  ],
});
