import { crc32 } from "@/lib/catalog/sources/verifiers/crc32";
import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import type { Proof } from "@/lib/domain/signatures/proof";
import { refuse } from "@/lib/domain/signatures/refuse";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { Verifier } from "@/lib/domain/signatures/verifier";

/**
 * PayPal signs with a key whose certificate it publishes. The endpoint's secrets are the ids of its webhooks, which are
 * signed along: without them, everybody's PayPal account could ring. Of the body only its CRC-32 is signed, so ask PayPal
 * itself before a lot of money moves. https://developer.paypal.com/api/rest/webhooks/rest/
 */
export const paypalVerifier: Verifier = {
  keyUrls: (request) => {
    const url = certificateUrlOf(request);
    return url === undefined ? [] : [url];
  },

  verify(request, { secrets, keys, crypto }): Proof {
    const webhooks = secrets.filter(({ value }) => value.trim() !== "");
    if (webhooks.length === 0) return refuse("no_secret", "There is no webhook id to check the signature with.");

    const [id, time, written] = ["id", "time", "sig"].map((name) => headerText(request, `paypal-transmission-${name}`));
    if (!id || !time || !written)
      return refuse("missing_signature", "PayPal's paypal-transmission headers did not come.");
    if (headerText(request, "paypal-auth-algo") !== ALGORITHM) {
      return refuse("malformed_signature", `The header paypal-auth-algo has to be “${ALGORITHM}” and is not.`);
    }
    const signature = decodeBytes(written, "base64");
    if (!signature) return refuse("malformed_signature", "The header paypal-transmission-sig is not base64.");

    const url = certificateUrlOf(request);
    if (url === undefined)
      return refuse("malformed_signature", "The header paypal-cert-url is no address of PayPal's.");
    const key = keys.get(url);
    if (key === undefined) return refuse("missing_key", "PayPal's certificate could not be read.");

    const sum = crc32(request.body);
    const signer = webhooks.find(({ value }) => {
      const signed = utf8.encode(`${id}|${time}|${value.trim()}|${sum}`);
      return crypto.isSignedBy({ key, algorithm: "rsa-sha256" }, signed, signature);
    });
    if (signer) return { ok: true, secretId: signer.id };
    return refuse(
      "wrong_signature",
      "PayPal did not sign this for the endpoint's webhook id, or it was changed on its way.",
    );
  },
};

const ALGORITHM = "SHA256withRSA";

const HOSTS = new Set(["api.paypal.com", "api-m.paypal.com", "api.sandbox.paypal.com", "api-m.sandbox.paypal.com"]);
const CERTIFICATE_URL = /^https:\/\/([a-z.-]{1,40})\/v1\/notifications\/certs\/[\w-]{1,100}$/;

const utf8 = new TextEncoder();

/** Where the certificate stands, if that is at PayPal's. Letter by letter: what is not taken apart cannot be misread. */
function certificateUrlOf(request: SignedRequest): string | undefined {
  const url = headerText(request, "paypal-cert-url") ?? "";
  const host = CERTIFICATE_URL.exec(url)?.[1];
  return host !== undefined && HOSTS.has(host) ? url : undefined;
}

function headerText({ headers }: SignedRequest, name: string): string | undefined {
  return headerValues(headers, name)[0]?.trim();
}
