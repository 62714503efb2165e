import { defineSource } from "@/lib/catalog/sources/define-source";
import type { Handshake } from "@/lib/catalog/sources/handshake";
import { plainOk } from "@/lib/catalog/sources/plain-ok";
import { encodeBytes } from "@/lib/domain/signatures/encode-bytes";
import { queryOf } from "@/lib/domain/signatures/query-of";

/**
 * X asks to have a text of its choice signed with the very secret that it signs its events with. So that nobody has an
 * event signed here, only what could be no JSON object is.
 */
const responseCheck: Handshake = {
  needsProof: false,
  answer({ method, url }, { secrets, crypto }) {
    const token = method === "GET" ? queryOf(url).get("crc_token") : null;
    if (token === null) return undefined;
    const [secret] = secrets;
    if (!secret || !/^[\w.~+/=-]{1,200}$/.test(token)) return { status: 403, ok: false };
    const utf8 = new TextEncoder();
    const signature = encodeBytes(crypto.hmac("sha256", utf8.encode(secret), utf8.encode(token)), "base64");
    const headers = { "content-type": "application/json" };
    return { status: 200, headers, body: JSON.stringify({ response_token: `sha256=${signature}` }) };
  },
};

/** An account's activity is told apart only by the name of its list. https://docs.x.com/x-api/account-activity/introduction */
const ACCOUNT_ACTIVITY = [
  ...["tweet_create_events", "tweet_delete_events", "favorite_events", "follow_events", "unfollow_events"],
  ...["block_events", "unblock_events", "mute_events", "unmute_events", "user_event", "direct_message_events"],
  ...["direct_message_indicate_typing_events", "direct_message_mark_read_events"],
];

/** https://docs.x.com/x-api/webhooks/introduction */
export const x = defineSource({
  id: "x",
  name: "X",
  summary: "Posts, messages and other activity of accounts on X, once Twitter.",
  docsUrl: "https://docs.x.com/x-api/webhooks/introduction",
  color: "#000000",
  proof: {
    kind: "hmac",
    recipe: { header: "x-twitter-webhooks-signature", prefix: "sha256=", encoding: "base64" },
  },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  event: {
    type: [{ path: "data.event_type" }, ...ACCOUNT_ACTIVITY.map((key) => ({ key }))],
    id: [{ path: "data.event_uuid" }],
  },
  handshakes: [responseCheck],
  replies: { accepted: plainOk },
  habits: {
    deadlineSeconds: 10,
    retries: "X tries again for a short while, and drops a webhook that does not answer its checks.",
  },
  setup: [
    "In X's developer portal, open your app, Keys and tokens. Copy the API Key Secret, which is also called consumer secret, and paste it here before anything else.",
    "X has no page for webhooks: send a POST request to https://api.x.com/2/webhooks with the address as url.",
    "X checks the address at once, and again every hour, and is answered by itself.",
    "Subscribe accounts or filters to the new webhook, as X's page describes.",
  ],
  samples: [
    {
      name: "A changed profile",
      eventType: "profile.update.bio",
      headers: {},
      body: {
        data: {
          event_uuid: "1900000000000001301",
          event_type: "profile.update.bio",
          filter: { user_id: "20417" },
          tag: "the harbour's account",
          payload: { before: "A lighthouse.", after: "A lighthouse with a bell." },
        },
      },
    },
    {
      name: "A new post of a subscribed account",
      eventType: "tweet_create_events",
      headers: {},
      body: {
        for_user_id: "20417",
        tweet_create_events: [
          {
            id_str: "1900000000000004711",
            created_at: "Wed Mar 04 09:00:00 +0000 2026",
            text: "The lamp is lit.",
            user: { id_str: "20417", name: "Harbour Works", screen_name: "harbourworks" },
            lang: "en",
          },
        ],
      },
    },
  ],
  vectors: [
    {
      name: "signed as the sender does",
      secrets: ["x-example-secret"],
      headers: { "x-twitter-webhooks-signature": "sha256=kUPMsi3iEDbHpAoaVAnDW9+pWjEXPec9nrgSuqbpvZU=" },
      body: '{"for_user_id":"1","tweet_create_events":[{"id_str":"2"}]}',
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["x-example-secret"],
      headers: { "x-twitter-webhooks-signature": "sha256=kUPMsi3iEDbHpAoaVAnDW9+pWjEXPec9nrgSuqbpvZU=" },
      body: '{"for_user_id":"1","tweet_create_events":[{"id_str":"3"}]}',
      expect: "reject",
    },
  ],
});
