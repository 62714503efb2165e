import { textOption } from "@/lib/catalog/sources/verifiers/text-option";
import { parseJson } from "@/lib/domain/json/parse-json";
import { readPath } from "@/lib/domain/json/read-path";
import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import type { Proof } from "@/lib/domain/signatures/proof";
import type { KeyAlgorithm } from "@/lib/domain/signatures/proof-crypto";
import { refuse } from "@/lib/domain/signatures/refuse";
import type { Verifier } from "@/lib/domain/signatures/verifier";

/** https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html */
export const awsSnsVerifier: Verifier = {
  keyUrls({ body }) {
    const certificateUrl = readMessage(body)("SigningCertURL");
    return isCertificateUrl(certificateUrl) ? [certificateUrl] : [];
  },

  verify({ body }, { options, keys, crypto }): Proof {
    // Amazon signs for all its customers with the same key, so the topic has to be ours, too.
    const topic = textOption(options, "topicArn");
    if (!topic) return refuse("wrong_audience", "The endpoint does not say which topic it is for.");
    const message = readMessage(body);
    const written = message("Signature");
    if (!written) return refuse("missing_signature", "The message is not signed. Switch raw message delivery off.");
    const algorithm = ALGORITHMS.get(message("SignatureVersion") ?? "");
    const signature = decodeBytes(written, "base64");
    const content = signedText(message);
    if (!algorithm || !signature || content === undefined) {
      return refuse("malformed_signature", "The message is not signed in a way that Amazon SNS uses.");
    }
    const certificateUrl = message("SigningCertURL");
    if (!isCertificateUrl(certificateUrl)) {
      return refuse("missing_key", "The message names a certificate that is not on a host of Amazon SNS.");
    }
    const key = keys.get(certificateUrl);
    if (key === undefined) return refuse("missing_key", "Amazon's certificate could not be read.");
    if (!crypto.isSignedBy({ key, algorithm }, new TextEncoder().encode(content), signature)) {
      return refuse("wrong_signature", "The message was not signed by Amazon SNS, or was changed on its way.");
    }
    if (message("TopicArn") === topic) return { ok: true, secretId: null };
    return refuse("wrong_audience", "The signature is right, but the message is of another topic.");
  },
};

const ALGORITHMS: ReadonlyMap<string, KeyAlgorithm> = new Map([
  ["1", "rsa-sha1"],
  ["2", "rsa-sha256"],
]);

/** Whether an address is on one of Amazon's own hosts for SNS, such as `sns.eu-west-1.amazonaws.com`. */
export function isSnsUrl(text: unknown): text is string {
  if (typeof text !== "string" || !URL.canParse(text)) return false;
  const { protocol, hostname, port, username, password } = new URL(text);
  const isAmazon = /^sns\.[a-z0-9-]{3,}\.amazonaws\.com(\.cn)?$/.test(hostname);
  return protocol === "https:" && isAmazon && port === "" && username === "" && password === "";
}

function isCertificateUrl(text: string | undefined): text is string {
  return isSnsUrl(text) && new URL(text).pathname.endsWith(".pem");
}

type Message = (field: string) => string | undefined;

function readMessage(body: Uint8Array): Message {
  const json = parseJson(new TextDecoder().decode(body));
  return (field) => {
    const value = json.ok ? readPath(json.value, [field]) : undefined;
    return typeof value === "string" ? value : undefined;
  };
}

const NOTIFICATION = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"];
const CONFIRMATION = ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];

const SIGNED_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["Notification", NOTIFICATION],
  ["SubscriptionConfirmation", CONFIRMATION],
  ["UnsubscribeConfirmation", CONFIRMATION],
]);

/** Each field's name and value on lines of their own. Only a subject may be missing. */
function signedText(message: Message): string | undefined {
  const fields = SIGNED_FIELDS.get(message("Type") ?? "") ?? [];
  const there = fields.filter((field) => field !== "Subject" || message(field) !== undefined);
  if (there.length === 0 || there.some((field) => message(field) === undefined)) return undefined;
  return there.map((field) => `${field}\n${message(field)}\n`).join("");
}
