import { awsSnsVectors } from "@/lib/catalog/sources/aws-sns-vectors";
import { defineSource } from "@/lib/catalog/sources/define-source";
import { type Handshake, smallJson } from "@/lib/catalog/sources/handshake";
import { awsSnsVerifier, isSnsUrl } from "@/lib/catalog/sources/verifiers/aws-sns";
import { headerValues } from "@/lib/domain/signatures/signed-request";

/** Both kinds begin alike. The header is not signed, so that it only spares us a look into everything else. */
const confirmation: Handshake = {
  needsProof: true,
  answer(request) {
    const [kind = ""] = headerValues(request.headers, "x-amz-sns-message-type");
    if (!kind.endsWith("Confirmation")) return undefined;
    const { Type: type, SubscribeURL: url } = smallJson(request);
    // To follow that address when a subscription ends would bring it back.
    if (type === "UnsubscribeConfirmation") return { status: 200 };
    if (type !== "SubscriptionConfirmation") return undefined;
    return isSnsUrl(url) ? { status: 200, confirmUrl: url } : { status: 400, ok: false };
  },
};

/** https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html */
export const awsSns = defineSource({
  id: "aws-sns",
  name: "Amazon SNS",
  summary: "Messages of a topic, such as alarms, bounces and everything else that AWS tells through SNS.",
  docsUrl: "https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html",
  color: "#e7157b",
  proof: { kind: "own", verifier: awsSnsVerifier },
  secret: null,
  secretBy: "nobody",
  settings: [
    {
      option: "topicArn",
      label: "Topic ARN",
      help: "Amazon signs for everybody, so only messages of this topic are taken. It begins with arn:aws:sns.",
      isRequired: true,
    },
  ],
  event: { type: [{ header: "x-amz-sns-message-type" }, { path: "Type" }], id: [{ path: "MessageId" }] },
  handshakes: [confirmation],
  habits: {
    deadlineSeconds: 15,
    retries:
      "Amazon SNS tries three times more, twenty seconds apart, unless the topic's delivery policy says otherwise.",
  },
  setup: [
    "In the AWS console, open Amazon SNS, Topics, and your topic. Copy its ARN and paste it here as Topic ARN.",
    "Choose Create subscription and the protocol HTTPS, and paste the address as Endpoint.",
    "Leave Enable raw message delivery off: raw messages are not signed.",
    "Choose Create subscription. It is confirmed by itself: its status becomes Confirmed within a minute.",
  ],
  samples: [
    {
      name: "An alarm",
      eventType: "Notification",
      headers: {
        "content-type": "text/plain; charset=UTF-8",
        "x-amz-sns-message-type": "Notification",
        "x-amz-sns-message-id": "8f0c6f3e-1b7d-5c1a-9a51-3f2f0c6e1a01",
        "x-amz-sns-topic-arn": "arn:aws:sns:eu-west-1:123456789012:harbour",
      },
      body: JSON.stringify(
        {
          Type: "Notification",
          MessageId: "8f0c6f3e-1b7d-5c1a-9a51-3f2f0c6e1a01",
          TopicArn: "arn:aws:sns:eu-west-1:123456789012:harbour",
          Subject: 'ALARM: "lamp-power" in EU (Ireland)',
          Message: '{"AlarmName":"lamp-power","NewStateValue":"ALARM","NewStateReason":"The lamp draws no power."}',
          Timestamp: "2026-03-04T09:00:00.000Z",
          SignatureVersion: "1",
          Signature: "RVhBTVBMRQ==",
          SigningCertURL: "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-example.pem",
          UnsubscribeURL: "https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=example",
        },
        null,
        2,
      ),
    },
  ],
  vectors: awsSnsVectors,
});
