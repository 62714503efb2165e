import { decodeBytes } from "@/lib/domain/signatures/decode-bytes";
import { equalBytes } from "@/lib/domain/signatures/equal-bytes";
import type { Proof } from "@/lib/domain/signatures/proof";
import { readTimestamp } from "@/lib/domain/signatures/read-timestamp";
import { refusalForTime } from "@/lib/domain/signatures/refusal-for-time";
import { refuse } from "@/lib/domain/signatures/refuse";
import { headerValues, type SignedRequest } from "@/lib/domain/signatures/signed-request";
import type { Verifier } from "@/lib/domain/signatures/verifier";

const TOLERANCE_SECONDS = 30;
const SIGNED_HEADERS_MAX = 50;

const utf8 = new TextEncoder();

/** https://www.contentful.com/developers/docs/extensibility/app-framework/request-verification/ */
export const contentfulVerifier: Verifier = {
  verify(request, { secrets, options, nowMs, crypto }): Proof {
    const usable = secrets.filter(({ value }) => value !== "");
    if (usable.length === 0) return refuse("no_secret", "There is no secret to check the signature with.");
    const [written] = headerValues(request.headers, "x-contentful-signature");
    if (!written) return refuse("missing_signature", "The header x-contentful-signature did not come.");
    const signature = decodeBytes(written.trim(), "hex");
    const names = signedHeaders(request);
    if (!signature || !names) {
      return refuse("malformed_signature", "The signature is no hex digits, or does not cover its own headers.");
    }
    const timestamp = headerValues(request.headers, "x-contentful-timestamp")[0]?.trim() ?? "";
    const timestampMs = readTimestamp(timestamp, "ms");
    if (timestampMs === undefined) return refuse("malformed_timestamp", "The time of signing cannot be read.");

    const head = utf8.encode(`${request.method}\n${pathOf(request.url)}\n${headerLine(request, names)}\n`);
    const signer = usable.find(({ value }) =>
      equalBytes(signature, crypto.hmac("sha256", utf8.encode(value), head, request.body)),
    );
    if (!signer) return refuse("wrong_signature", "The signature was not made with the endpoint's secret.");
    const seconds = options["toleranceSeconds"];
    const toleranceSeconds = typeof seconds === "number" ? seconds : TOLERANCE_SECONDS;
    return (
      refusalForTime({ toleranceSeconds, allowsFuture: false }, timestampMs, nowMs) ?? { ok: true, secretId: signer.id }
    );
  },
};

/** The names of the headers that are signed; undefined when the time is not among them, or the list itself. */
function signedHeaders({ headers }: SignedRequest): string[] | undefined {
  const list = headerValues(headers, "x-contentful-signed-headers")[0] ?? "";
  const names = new Set(list.split(",").map((name) => name.trim().toLowerCase()));
  const isWhole = names.has("x-contentful-timestamp") && names.has("x-contentful-signed-headers");
  return isWhole && names.size <= SIGNED_HEADERS_MAX ? [...names].sort() : undefined;
}

function headerLine({ headers }: SignedRequest, names: string[]): string {
  return names
    .flatMap((name) => {
      const [value] = headerValues(headers, name);
      return value === undefined ? [] : [`${name}:${value.trim()}`];
    })
    .join(";");
}

/** The address without its host, encoded once more as Contentful's own library does. */
function pathOf(url: string): string {
  // encodeURI throws at half a character, which UTF-8 has none of.
  const local = new TextDecoder().decode(utf8.encode(url.replace(/^[a-z]+:\/\/[^/?#]*/i, "")));
  const [path = "", query] = local.split("?");
  return encodeURI(query ? `${path}?${encodeURIComponent(query)}` : path);
}
