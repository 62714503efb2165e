import { defineSource } from "@/lib/catalog/sources/define-source";
import { dropboxSignEvent, dropboxSignVerifier } from "@/lib/catalog/sources/verifiers/dropbox-sign";

/** The words that Dropbox Sign looks for. Without them, it tries again. */
const HELLO = "Hello API Event Received";

const hash = "5d3f1edd3aebe1954af39772d288349dd3c1052c37387eeff3361a351dadc77c";

/** What Dropbox Sign sends: a form with files, but for the files. */
function multipart(json: object): string {
  return `--lamp\r\nContent-Disposition: form-data; name="json"\r\n\r\n${JSON.stringify(json)}\r\n--lamp--\r\n`;
}

const headers = { "content-type": "multipart/form-data; boundary=lamp" };
const signed = { event_time: "1760000000", event_type: "signature_request_signed", event_hash: hash };

/** https://developers.hellosign.com/docs/events/walkthrough/ */
export const dropboxSign = defineSource({
  id: "dropbox-sign",
  name: "Dropbox Sign",
  summary: "Signature requests that are sent, viewed, signed or declined. Only an event's time and type are signed.",
  docsUrl: "https://developers.hellosign.com/docs/events/overview/",
  color: "#0061fe",
  proof: { kind: "own", verifier: dropboxSignVerifier },
  secret: { prefix: "", encoding: "hex" },
  secretBy: "sender",
  event: {
    type: [{ path: "event.event_type" }],
    // The hash says no more than the second and the type: two events may share it.
    id: [
      {
        all: [
          { path: "event.event_hash" },
          { path: "signature_request.signature_request_id" },
          { path: "event.event_metadata.related_signature_id" },
        ],
      },
      { all: [{ path: "event.event_hash" }, { path: "signature_request.signature_request_id" }] },
    ],
  },
  handshakes: [
    {
      needsProof: true,
      answer: (request) => {
        if (request.body.length > 16_384) return undefined;
        return dropboxSignEvent(request)?.["event_type"] === "callback_test" ? { status: 200, body: HELLO } : undefined;
      },
    },
  ],
  replies: { accepted: { status: 200, contentType: "text/plain", body: HELLO } },
  habits: {
    deadlineSeconds: 30,
    retries: "Dropbox Sign tries six more times, after 5 minutes and then less and less often, for about a day.",
  },
  setup: [
    "In Dropbox Sign, open Settings, API. Under API keys, reveal your key and paste it here as the secret.",
    "On the same page, under Account callback, paste the address and press Test.",
    "Save when the test has passed. For the events of an API app, do the same in the app's settings.",
  ],
  samples: [
    {
      name: "A signature",
      eventType: "signature_request_signed",
      headers,
      body: multipart({
        account_guid: "5b1f7c3017d611f19c0e3f1a2b7d9e10",
        event: {
          ...signed,
          event_metadata: {
            related_signature_id: "9c0e3f1a2b7d49e180515b1f7c3017d6",
            reported_for_account_id: "5b1f7c3017d611f19c0e3f1a2b7d9e10",
          },
        },
        signature_request: {
          signature_request_id: "2b7d9e104f1c4e3f9a5b1f7c3017d69c",
          title: "Lease of the workshop",
          subject: "Please sign the lease",
          is_complete: false,
          signatures: [
            {
              signature_id: "9c0e3f1a2b7d49e180515b1f7c3017d6",
              signer_name: "Ines Costa",
              signer_email_address: "ines@example.com",
              status_code: "signed",
            },
          ],
        },
      }),
    },
  ],
  vectors: [
    {
      name: "the event in the tests of Dropbox Sign's libraries",
      secrets: ["324e3b0840f065eb51f3fd63231d0d33daa35d4ed10d27718839e81737065782"],
      headers,
      body: multipart({
        event: {
          event_time: "1348177752",
          event_type: "signature_request_sent",
          event_hash: "08d45a6b7677492b78be030cef18cfeaece8fe67e163cc8e526ee638ad483756",
        },
      }),
      expect: "accept",
    },
    {
      name: "an event as a form without files",
      secrets: ["dropbox-lantern"],
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `json=${encodeURIComponent(JSON.stringify({ event: signed }))}`,
      expect: "accept",
    },
    {
      name: "an event of another type",
      secrets: ["dropbox-lantern"],
      headers,
      body: multipart({ event: { ...signed, event_type: "signature_request_declined" } }),
      expect: "reject",
    },
    {
      name: "an event with another account's key",
      secrets: ["dropbox-candle"],
      headers,
      body: multipart({ event: signed }),
      expect: "reject",
    },
    {
      name: "an event without a hash",
      secrets: ["dropbox-lantern"],
      headers,
      body: multipart({ event: { event_time: "1760000000", event_type: "signature_request_signed" } }),
      expect: "reject",
    },
  ],
});
