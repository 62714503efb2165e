import type { Authorization, PlannedRequest } from "@/lib/domain/runs/effect";
import { hmac, sha256 } from "@/lib/platform/digest";

type AwsKey = Omit<Extract<Authorization, { kind: "aws-v4" }>, "kind">;
type Pair = readonly [name: string, value: string];

/**
 * Signs a request with AWS Signature Version 4, all its headers included. What is no address stays unsigned, for the
 * sender to refuse. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signAwsV4(request: PlannedRequest, key: AwsKey, nowMs: number): PlannedRequest {
  if (!URL.canParse(request.url)) return request;
  const url = new URL(request.url);
  const time = new Date(nowMs).toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const bodyHash = hex(sha256(request.body));
  const added = [{ name: "X-Amz-Date", value: time }];
  if (key.service === "s3") added.push({ name: "X-Amz-Content-Sha256", value: bodyHash });
  const headers = [...request.headers, ...added];

  const signed = canonicalHeaders([...headers, { name: "host", value: url.host }]);
  const names = signed.map(([name]) => name).join(";");
  const lines = signed.map(([name, value]) => `${name}:${value}`);
  const path = canonicalPath(url.pathname, key.service);
  const canonical = [request.method, path, canonicalQuery(url.search), ...lines, "", names, bodyHash].join("\n");

  const day = time.slice(0, 8);
  const scope = `${day}/${key.region}/${key.service}/aws4_request`;
  const toSign = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${hex(sha256(canonical))}`;
  const signature = hex(keyed(signingKey(key, day), toSign));
  const value = `AWS4-HMAC-SHA256 Credential=${key.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...request, headers: [...headers, { name: "Authorization", value }] };
}

function signingKey({ secretAccessKey, region, service }: AwsKey, day: string): Uint8Array {
  return [day, region, service, "aws4_request"].reduce(keyed, new TextEncoder().encode(`AWS4${secretAccessKey}`));
}

function keyed(key: Uint8Array, text: string): Uint8Array {
  return hmac("sha256", key, new TextEncoder().encode(text));
}

function canonicalHeaders(headers: PlannedRequest["headers"]): Pair[] {
  const byName = new Map<string, string>();
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    const tidy = value.trim().replaceAll(/ +/g, " ");
    const earlier = byName.get(key);
    byName.set(key, earlier === undefined ? tidy : `${earlier},${tidy}`);
  }
  return [...byName].sort(byText);
}

/** S3 signs a path as it is sent; every other service encodes it once more. */
function canonicalPath(path: string, service: string): string {
  const parts = path.split("/").map((part) => encode(decode(part)));
  return (service === "s3" ? parts : parts.map(encode)).join("/");
}

function canonicalQuery(search: string): string {
  const pairs = search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair): Pair => {
      const [name = "", ...value] = pair.split("=");
      return [encode(decode(name)), encode(decode(value.join("=")))];
    });
  return pairs
    .sort(byText)
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

function byText([name, value]: Pair, [otherName, otherValue]: Pair): number {
  if (name !== otherName) return name < otherName ? -1 : 1;
  return value < otherValue ? -1 : value > otherValue ? 1 : 0;
}

/** Percent-encodes all but letters, digits and `-._~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** An address may hold a bare `%`. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
