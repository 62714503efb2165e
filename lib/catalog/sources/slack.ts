import { defineSource } from "@/lib/catalog/sources/define-source";
import { echoable, smallJson } from "@/lib/catalog/sources/handshake";

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
export const slack = defineSource({
  id: "slack",
  name: "Slack",
  summary: "Messages, mentions, reactions, slash commands and buttons of a Slack app.",
  docsUrl: "https://docs.slack.dev/apis/events-api",
  color: "#4a154b",
  proof: {
    kind: "hmac",
    recipe: {
      header: "x-slack-signature",
      prefix: "v0=",
      timestampHeader: "x-slack-request-timestamp",
      signedContent: "v0:{timestamp}:{body}",
    },
  },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  event: {
    type: [{ path: "event.type" }, { path: "command" }, { path: "type" }],
    id: [{ path: "event_id" }, { path: "trigger_id" }],
  },
  handshakes: [
    {
      needsProof: true,
      answer: (request) => {
        const { type, challenge } = smallJson(request);
        if (type !== "url_verification" || !echoable(challenge)) return undefined;
        return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify({ challenge }) };
      },
    },
  ],
  // Whatever else answers a slash command is shown to the person who typed it.
  replies: { accepted: { status: 200, contentType: "text/plain", body: "" } },
  habits: {
    deadlineSeconds: 3,
    retries:
      "Slack tries an event three more times: at once, after a minute and after five. Commands are not repeated.",
  },
  setup: [
    "Open api.slack.com/apps and choose your app, or press Create New App.",
    "Under Basic Information, App Credentials, show the Signing Secret and paste it here.",
    "Under Event Subscriptions, turn on Enable Events and paste the address as Request URL. Slack checks it at once.",
    "Under Subscribe to bot events, add the events you want, such as message.channels or reaction_added, and save.",
    "For slash commands and buttons, paste the same address under Slash Commands or Interactivity & Shortcuts.",
  ],
  samples: [
    {
      name: "A message in a channel",
      eventType: "message",
      headers: {},
      body: {
        team_id: "T05HARBOUR",
        api_app_id: "A05DOORBELL",
        type: "event_callback",
        event_id: "Ev05LAMP0001",
        event_time: 1772616600,
        event: {
          type: "message",
          channel: "C05KEEPERS",
          channel_type: "channel",
          user: "U05TOVE",
          text: "The lamp is out again, who is on duty?",
          ts: "1772616600.000219",
        },
      },
    },
    {
      name: "A reaction",
      eventType: "reaction_added",
      headers: {},
      body: {
        team_id: "T05HARBOUR",
        api_app_id: "A05DOORBELL",
        type: "event_callback",
        event_id: "Ev05LAMP0002",
        event_time: 1772616660,
        event: {
          type: "reaction_added",
          user: "U05MAREK",
          reaction: "eyes",
          item_user: "U05TOVE",
          item: { type: "message", channel: "C05KEEPERS", ts: "1772616600.000219" },
          event_ts: "1772616660.000400",
        },
      },
    },
    {
      name: "A slash command",
      eventType: "/lamp",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "team_id=T05HARBOUR&team_domain=harbour-works&channel_id=C05KEEPERS&channel_name=keepers&user_id=U05TOVE&user_name=tove&command=%2Flamp&text=on+until+dawn&response_url=https%3A%2F%2Fhooks.example.com%2Fcommands%2F71&trigger_id=7100.1.lamp",
    },
  ],
  vectors: [
    {
      name: "the example in Slack's documentation",
      secrets: ["8f742231b10e8888abcd99yyyzzz85a5"],
      headers: {
        "x-slack-request-timestamp": "1531420618",
        "x-slack-signature": "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
      },
      body: "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c",
      nowSeconds: 1531420618,
      expect: "accept",
    },
    {
      name: "an event, five minutes later",
      secrets: ["slack-lantern"],
      headers: {
        "x-slack-request-timestamp": "1760000000",
        "x-slack-signature": "v0=a55d9562db9eff8d48b687776a6ea8f216fd1faacc3ef11c9065282f9271bda5",
      },
      body: '{"type":"event_callback","event_id":"Ev07LANTERN","event":{"type":"reaction_added"}}',
      nowSeconds: 1760000300,
      expect: "accept",
    },
    {
      name: "the same event, a second later than that",
      secrets: ["slack-lantern"],
      headers: {
        "x-slack-request-timestamp": "1760000000",
        "x-slack-signature": "v0=a55d9562db9eff8d48b687776a6ea8f216fd1faacc3ef11c9065282f9271bda5",
      },
      body: '{"type":"event_callback","event_id":"Ev07LANTERN","event":{"type":"reaction_added"}}',
      nowSeconds: 1760000301,
      expect: "reject",
    },
    {
      name: "an event that was changed on its way",
      secrets: ["slack-lantern"],
      headers: {
        "x-slack-request-timestamp": "1760000000",
        "x-slack-signature": "v0=a55d9562db9eff8d48b687776a6ea8f216fd1faacc3ef11c9065282f9271bda5",
      },
      body: '{"type":"event_callback","event_id":"Ev07LANTERN","event":{"type":"reaction_removed"}}',
      nowSeconds: 1760000000,
      expect: "reject",
    },
  ],
});
