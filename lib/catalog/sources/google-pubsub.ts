import { defineSource } from "@/lib/catalog/sources/define-source";
import { googlePubsubVectors } from "@/lib/catalog/sources/google-pubsub-vectors";
import { googlePubsubVerifier } from "@/lib/catalog/sources/verifiers/google-pubsub";

/** https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions */
export const googlePubsub = defineSource({
  id: "google-pubsub",
  name: "Google Pub/Sub",
  summary: "Messages of a push subscription, with what Gmail, Cloud Storage and your own services tell.",
  docsUrl: "https://cloud.google.com/pubsub/docs/push",
  color: "#4285f4",
  proof: { kind: "own", verifier: googlePubsubVerifier },
  secret: null,
  secretBy: "nobody",
  settings: [
    {
      option: "serviceAccountEmail",
      label: "Service account",
      help: "The e-mail address of the service account that the subscription authenticates as.",
      isRequired: true,
    },
    {
      option: "audience",
      label: "Audience",
      help: "What the subscription names as audience. Without one it is the address of this endpoint.",
      isRequired: false,
    },
  ],
  event: {
    type: [
      { path: "message.attributes.eventType" },
      { path: "message.attributes.event_type" },
      { path: 'message.attributes["ce-type"]' },
      { path: "message.attributes.type" },
    ],
    id: [{ path: "message.messageId" }],
  },
  habits: {
    deadlineSeconds: 10,
    retries:
      "Pub/Sub delivers again until it is answered with success, for as long as the subscription keeps messages.",
  },
  setup: [
    "In the Google Cloud console, open Pub/Sub, Subscriptions, and choose Create subscription.",
    "Choose your topic and the delivery type Push, and paste the address as Endpoint URL.",
    "Tick Enable authentication and choose a service account. Copy its e-mail address and paste it here.",
    "Leave Audience empty, or write the same here and there.",
    "Choose Create. The payload has to stay wrapped: leave Enable payload unwrapping off.",
  ],
  samples: [
    {
      name: "A new file in a bucket",
      eventType: "OBJECT_FINALIZE",
      headers: {},
      body: {
        message: {
          attributes: {
            bucketId: "harbour-plans",
            eventType: "OBJECT_FINALIZE",
            objectId: "lighthouse.pdf",
            payloadFormat: "JSON_API_V1",
          },
          data: "eyJuYW1lIjoibGlnaHRob3VzZS5wZGYiLCJidWNrZXQiOiJoYXJib3VyLXBsYW5zIn0=",
          messageId: "10204117000000001",
          message_id: "10204117000000001",
          publishTime: "2026-03-04T09:00:00.123Z",
          publish_time: "2026-03-04T09:00:00.123Z",
        },
        subscription: "projects/harbour-works/subscriptions/doorbell",
      },
    },
    {
      name: "A message without attributes",
      eventType: "",
      headers: {},
      body: {
        message: {
          data: "eyJsYW1wIjoib24ifQ==",
          messageId: "10204117000000002",
          message_id: "10204117000000002",
          publishTime: "2026-03-04T09:01:00.456Z",
          publish_time: "2026-03-04T09:01:00.456Z",
        },
        subscription: "projects/harbour-works/subscriptions/doorbell",
      },
    },
  ],
  vectors: googlePubsubVectors,
});
