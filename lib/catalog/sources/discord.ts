import { defineSource, type Reply } from "@/lib/catalog/sources/define-source";
import { smallJson } from "@/lib/catalog/sources/handshake";
import { parseJson } from "@/lib/domain/json/parse-json";
import { readPath } from "@/lib/domain/json/read-path";

const AUTOCOMPLETE = 4;

/**
 * Events want nothing said. An interaction wants JSON: that the answer follows, or, while somebody is still typing, what to
 * suggest. https://docs.discord.com/developers/interactions/receiving-and-responding
 */
function replyTo(body: Uint8Array): Reply {
  const parsed = parseJson(new TextDecoder().decode(body));
  const read = (key: string) => (parsed.ok ? readPath(parsed.value, [key]) : undefined);
  const contentType = "application/json";
  if (read("event") !== undefined) return { status: 204, contentType, body: "" };
  const said = read("type") === AUTOCOMPLETE ? { type: 8, data: { choices: [] } } : { type: 5 };
  return { status: 200, contentType, body: JSON.stringify(said) };
}

/** https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint */
export const discord = defineSource({
  id: "discord",
  name: "Discord",
  summary: "Slash commands and buttons of a Discord app, and what happens to the app itself.",
  docsUrl: "https://docs.discord.com/developers/events/webhook-events",
  color: "#5865f2",
  proof: {
    kind: "key",
    recipe: {
      algorithm: "ed25519",
      header: "x-signature-ed25519",
      encoding: "hex",
      keyEncoding: "hex",
      timestampHeader: "x-signature-timestamp",
      // Discord sets no limit.
      toleranceSeconds: null,
    },
  },
  secret: null,
  event: {
    type: [{ path: "event.type" }, { path: "data.name" }, { path: "data.custom_id" }],
    id: [{ path: "id" }, { all: [{ path: "event.type" }, { path: "event.timestamp" }] }],
  },
  handshakes: [
    {
      needsProof: true,
      answer: (request) => {
        const { type, event } = smallJson(request);
        // Of interactions, 1 is a ping; of webhook events, 1 is an event and 0 a ping.
        if (type === 0) return { status: 204 };
        if (type !== 1 || event !== undefined) return undefined;
        return { status: 200, headers: { "content-type": "application/json" }, body: '{"type":1}' };
      },
    },
  ],
  replies: { accepted: replyTo },
  habits: {
    deadlineSeconds: 3,
    retries: "Discord tries an event again for up to ten minutes, and an interaction not at all.",
  },
  setup: [
    "Open discord.com/developers/applications and choose your app.",
    "Under General Information, copy the Public Key and paste it here.",
    "For events, open Webhooks, paste the address as Endpoint URL, turn on Events and choose them.",
    "For slash commands, paste the address as Interactions Endpoint URL under General Information instead.",
    "A command is answered with “thinking…”. Let your workflow send the real answer within 15 minutes, by PATCH to https://discord.com/api/v10/webhooks/{{ trigger.body.application_id }}/{{ trigger.body.token }}/messages/@original.",
    "Save. Discord rings twice to check, once with a wrong signature on purpose.",
  ],
  samples: [
    {
      name: "An app that was added to a server",
      eventType: "APPLICATION_AUTHORIZED",
      headers: {},
      body: {
        version: 1,
        application_id: "1290000000000000071",
        type: 1,
        event: {
          type: "APPLICATION_AUTHORIZED",
          timestamp: "2026-03-04T09:30:00.219000",
          data: {
            integration_type: 0,
            scopes: ["applications.commands"],
            user: { id: "1290000000000000512", username: "tove.l", global_name: "Tove" },
            guild: { id: "1290000000000000900", name: "Harbour Works" },
          },
        },
      },
    },
    {
      name: "A slash command",
      eventType: "lamp",
      headers: {},
      body: {
        version: 1,
        application_id: "1290000000000000071",
        type: 2,
        id: "1290000000000001301",
        token: "an-interaction-token",
        guild_id: "1290000000000000900",
        channel_id: "1290000000000000950",
        member: { user: { id: "1290000000000000512", username: "tove.l", global_name: "Tove" } },
        data: { id: "1290000000000000777", name: "lamp", type: 1, options: [{ name: "state", type: 3, value: "on" }] },
      },
    },
  ],
  vectors: [
    {
      name: "a slash command",
      secrets: ["79b5562e8fe654f94078b112e8a98ba7901f853ae695bed7e0e3910bad049664"],
      headers: {
        "x-signature-ed25519":
          "cba5a2866773cc2f1a241377b17037c7f6f2955ddfb066edbcb02e1916e0f92ff85e2a8bcba6d99e289f3b9d95d72216d79ea6589d261d97875bca33d78d4b05",
        "x-signature-timestamp": "1760000000",
      },
      body: '{"id":"1301","type":2,"data":{"name":"ring"}}',
      expect: "accept",
    },
    {
      name: "a slash command that was changed on its way",
      secrets: ["79b5562e8fe654f94078b112e8a98ba7901f853ae695bed7e0e3910bad049664"],
      headers: {
        "x-signature-ed25519":
          "cba5a2866773cc2f1a241377b17037c7f6f2955ddfb066edbcb02e1916e0f92ff85e2a8bcba6d99e289f3b9d95d72216d79ea6589d261d97875bca33d78d4b05",
        "x-signature-timestamp": "1760000000",
      },
      body: '{"id":"1301","type":2,"data":{"name":"open"}}',
      expect: "reject",
    },
    {
      name: "another time than the one that was signed",
      secrets: ["79b5562e8fe654f94078b112e8a98ba7901f853ae695bed7e0e3910bad049664"],
      headers: {
        "x-signature-ed25519":
          "cba5a2866773cc2f1a241377b17037c7f6f2955ddfb066edbcb02e1916e0f92ff85e2a8bcba6d99e289f3b9d95d72216d79ea6589d261d97875bca33d78d4b05",
        "x-signature-timestamp": "1760000001",
      },
      body: '{"id":"1301","type":2,"data":{"name":"ring"}}',
      expect: "reject",
    },
  ],
});
