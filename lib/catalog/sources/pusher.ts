import { defineSource } from "@/lib/catalog/sources/define-source";
import { pusherVerifier } from "@/lib/catalog/sources/verifiers/pusher";

/** https://pusher.com/docs/channels/server_api/webhooks/ */
export const pusher = defineSource({
  id: "pusher",
  name: "Pusher Channels",
  summary: "Channels that somebody joined or left, and events that clients sent.",
  docsUrl: "https://pusher.com/docs/channels/server_api/webhooks/",
  color: "#300d4f",
  proof: { kind: "own", verifier: pusherVerifier },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  settings: [
    {
      option: "key",
      label: "Key",
      help: "The key that stands beside the secret. When set, what was signed with another is refused.",
      isRequired: false,
    },
  ],
  event: { type: [{ path: "events[0].name" }], id: [] },
  batch: { path: "events", event: { type: [{ path: "name" }], id: [] } },
  habits: { deadlineSeconds: 4, retries: "Pusher tries again for about five minutes, at growing intervals." },
  setup: [
    "In the Pusher dashboard, choose your Channels app and open App Keys.",
    "Copy the secret that stands beside the key and paste it here.",
    "Open Webhooks, paste the address as Webhook URL, choose the event type, and Add webhook.",
  ],
  samples: [
    {
      name: "A channel that somebody joined",
      eventType: "channel_occupied",
      headers: { "x-pusher-key": "hrb20417key" },
      body: { time_ms: 1772614800123, events: [{ channel: "harbour-chat", name: "channel_occupied" }] },
    },
    {
      name: "Two members who came and went",
      eventType: "member_added",
      headers: { "x-pusher-key": "hrb20417key" },
      body: {
        time_ms: 1772614860456,
        events: [
          { channel: "presence-harbour", name: "member_added", user_id: "tove" },
          { channel: "presence-harbour", name: "member_removed", user_id: "marek" },
        ],
      },
    },
  ],
  vectors: [
    {
      name: "the example in Pusher's own tests",
      secrets: ["tofu"],
      headers: {
        "x-pusher-key": "123456789",
        "x-pusher-signature": "c17257e92037cd7de407ebc1ed174ceb7b2e518db127f44411b9ffc4f5b28cc5",
      },
      body: '{"time_ms":1403175510755,"events":[{"channel":"test_channel","name":"channel_vacated"}]}',
      expect: "accept",
    },
    {
      name: "the example with another channel",
      secrets: ["tofu"],
      headers: {
        "x-pusher-key": "123456789",
        "x-pusher-signature": "c17257e92037cd7de407ebc1ed174ceb7b2e518db127f44411b9ffc4f5b28cc5",
      },
      body: '{"time_ms":1403175510755,"events":[{"channel":"best_channel","name":"channel_vacated"}]}',
      expect: "reject",
    },
  ],
});
