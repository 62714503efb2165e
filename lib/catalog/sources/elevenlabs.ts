import { defineSource } from "@/lib/catalog/sources/define-source";

/** https://elevenlabs.io/docs/product-guides/administration/webhooks */
export const elevenlabs = defineSource({
  id: "elevenlabs",
  name: "ElevenLabs",
  summary: "Conversations with an agent that ended, with their transcript or audio.",
  docsUrl: "https://elevenlabs.io/docs/product-guides/administration/webhooks",
  color: "#000000",
  proof: {
    kind: "hmac",
    recipe: {
      header: "elevenlabs-signature",
      separator: ",",
      prefix: "v0=",
      timestampPrefix: "t=",
      toleranceSeconds: 1_800,
      signedContent: "{timestamp}.{body}",
    },
  },
  secret: { prefix: "wsec_", encoding: "hex" },
  secretBy: "sender",
  // One conversation is told of by several events, so that its id is none of theirs.
  event: { type: [{ path: "type" }], id: [] },
  habits: {
    deadlineSeconds: null,
    retries: "ElevenLabs switches off a webhook that keeps failing; do not count on a second try.",
  },
  setup: [
    "In ElevenLabs, open the settings of your workspace and choose Webhooks.",
    "Choose Create webhook, give it a name, paste the address, and choose HMAC as authentication.",
    "Copy the shared secret, which is shown only once, and paste it here.",
    "In the settings of Agents, choose the webhook as post-call webhook.",
  ],
  samples: [
    {
      name: "The transcript of a call",
      eventType: "post_call_transcription",
      headers: {},
      body: {
        type: "post_call_transcription",
        event_timestamp: 1772614800,
        data: {
          agent_id: "agent_harbour01",
          conversation_id: "conv_harbour4711",
          status: "done",
          transcript: [
            { role: "agent", message: "Harbour office, how can I help?", time_in_call_secs: 0 },
            { role: "user", message: "When does the ferry leave?", time_in_call_secs: 3 },
          ],
          metadata: { start_time_unix_secs: 1772614740, call_duration_secs: 42, cost: 120 },
          analysis: { call_successful: "success", transcript_summary: "The caller asked for the ferry's time." },
        },
      },
    },
  ],
  vectors: [
    {
      name: "signed as the sender does",
      secrets: ["wsec_example"],
      headers: {
        "elevenlabs-signature": "t=1772614800,v0=40a402525262f5059aac737dadb478cd24d43db78339c7a699f3ef02e281ff40",
      },
      body: '{"type":"post_call_transcription"}',
      nowSeconds: 1772614810,
      expect: "accept",
    },
    {
      name: "a body that was changed on its way",
      secrets: ["wsec_example"],
      headers: {
        "elevenlabs-signature": "t=1772614800,v0=40a402525262f5059aac737dadb478cd24d43db78339c7a699f3ef02e281ff40",
      },
      body: '{"type":"post_call_audio"}',
      nowSeconds: 1772614810,
      expect: "reject",
    },
    {
      name: "a request that is too old",
      secrets: ["wsec_example"],
      headers: {
        "elevenlabs-signature": "t=1772614800,v0=40a402525262f5059aac737dadb478cd24d43db78339c7a699f3ef02e281ff40",
      },
      body: '{"type":"post_call_transcription"}',
      nowSeconds: 1772616601,
      expect: "reject",
    },
  ],
});
