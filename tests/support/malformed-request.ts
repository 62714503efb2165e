import { gzipSync } from "node:zlib";
import { createRandom, type Random } from "./random";

export type MalformedRequest = {
  bytes: Buffer;
  /** What is to be kept of it, should it be kept; undefined where its frame does not say. */
  body: Buffer | undefined;
};

/** A request to a path that is wrong in some way, or in several, or by chance in none. Every number has its own. */
export function malformedRequest(n: number, path: string): MalformedRequest {
  const random = createRandom(n);
  const content = contentOf(random);
  const { lines, framed, body } = random.pick(FRAMES)(content, random);
  const head = [`${methodOf(random)} ${targetOf(random, path)} ${versionOf(random)}`, ...headersOf(random), ...lines];
  return { bytes: Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`, "latin1"), framed]), body };
}

const mostly = (random: Random, usual: string, others: readonly string[]) =>
  random.next() < 0.8 ? usual : random.pick(others);

function methodOf(random: Random): string {
  return mostly(random, "POST", [
    "GET",
    "HEAD",
    "PUT",
    "OPTIONS",
    "TRACE",
    "PROPFIND",
    "QUERY",
    "CONNECT",
    "post",
    "",
    "P\xd6ST",
  ]);
}

function targetOf(random: Random, path: string): string {
  return mostly(random, path, [
    `${path}/${random.bytes(20).toString("latin1")}`,
    `${path}/%00%ff%zz/..//../\\?%00=%zz&&=`,
    `${path}?${"q=%F0%9F&".repeat(random.integer(500))}`,
    `${path}#fragment`,
    `http://[::1]:99999${path}`,
    `http://${path}`,
    "/api/hooks/%00",
    "/api/hooks/../hooks/\u0001",
    "*",
    "",
    "/",
  ]);
}

function versionOf(random: Random): string {
  return mostly(random, "HTTP/1.1", ["HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "HTTP/1.1 x", "", "ICY/1.1"]);
}

const NAMES = [
  "X-Odd",
  "Expect",
  "Connection",
  "Upgrade",
  "Content-Encoding",
  "X-Forwarded-For",
  "Cookie",
  "Host",
  "Te",
  "__proto__",
  "X y",
  "",
  "X-\xe9",
  "Forwarded",
];
const VALUES = [
  "",
  "100-continue",
  "Upgrade",
  "close, upgrade",
  "h2c",
  "identity",
  "gzip",
  "gzip, br, deflate, gzip",
  "compress",
  "999.1.1.1, ::::",
  "\x01",
  "\0",
  "a\tb",
  "\xff\xfe",
  "x".repeat(9_000),
  "\r\n folded",
];
const TYPES = [
  "application/json",
  "application/json; charset=utf-16",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  'multipart/form-data; boundary="a;b"',
  "application/xml",
  "text/xml; charset=utf-16",
  "application/soap+xml; charset=none-such",
  "application/cloudevents-batch+json",
  "*/*",
  "",
  ";;;",
  "\xff",
  "a/".repeat(3_000),
];

function headersOf(random: Random): string[] {
  const odd = Array.from({ length: random.integer(4) }, () => `${random.pick(NAMES)}: ${random.pick(VALUES)}`);
  const host = mostly(random, "Host: doorbell.test", ["Host:", "Host: \xff", "X-No: host"]);
  return [host, `Content-Type: ${random.pick(TYPES)}`, ...(random.next() < 0.5 ? odd : [])];
}

function contentOf(random: Random): Buffer {
  const texts = [
    "",
    '{"a": [1, 2, {"b": null}]}',
    '{"a": "\\ud800", "\\udfff": "\\u0000"}',
    `{"__proto__": {"x": 1}, "constructor": 1e99999, "n": ${"9".repeat(400)}}`,
    "[".repeat(random.integer(100_000)),
    `"${"\\".repeat(random.integer(5_000))}`,
    "a=1&a=2&%=%zz&payload={",
    "--x\r\nContent-Disposition: form-data\r\n\r\n",
    '--x\r\nContent-Disposition: form-data; name="a"; filename="../../b"\r\n\r\n\0\xff\r\n--x--\r\n',
    `--x\r\nContent-Disposition: form-data; name="${"n".repeat(random.integer(10_000))}"\r\n\r\n1\r\n--x--`,
    "--x".repeat(random.integer(5_000)),
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    `<a>${"<b c='d'>".repeat(random.integer(2_000))}`,
    "<a><![CDATA[]]>&#0;&#xffffffff;</a ><a/>",
    gzipSync(Buffer.alloc(random.integer(3_000_000))),
    gzipSync('{"a":1}').subarray(0, 5 + random.integer(20)),
    '[{"eventId":1},{"eventId":{}},null,[]]',
    "{{ trigger.body }}{% raw %}",
  ];
  const content = random.next() < 0.3 ? random.bytes(random.integer(3_000)) : Buffer.from(random.pick(texts));
  // Now and then a byte falls over.
  if (content.length > 0 && random.next() < 0.3) content[random.integer(content.length)] = random.integer(256);
  return content;
}

type Frame = (content: Buffer, random: Random) => { lines: string[]; framed: Buffer; body: Buffer | undefined };

const byLength: Frame = (content) => ({ lines: [`Content-Length: ${content.length}`], framed: content, body: content });

const byChunks: Frame = (content, random) => ({
  lines: ["Transfer-Encoding: chunked"],
  framed: Buffer.concat([...chunksOf(content, random), Buffer.from("0\r\n\r\n")]),
  body: content,
});

function chunksOf(content: Buffer, random: Random): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; at < content.length; ) {
    const size = 1 + random.integer(content.length - at);
    chunks.push(Buffer.from(`${size.toString(16)}\r\n`), content.subarray(at, at + size), Buffer.from("\r\n"));
    at += size;
  }
  return chunks;
}

const broken = (lines: (content: Buffer) => string[], framed = (content: Buffer) => content): Frame => {
  return (content) => ({ lines: lines(content), framed: framed(content), body: undefined });
};

const FRAMES: readonly Frame[] = [
  byLength,
  byLength,
  byLength,
  byChunks,
  byChunks,
  (content) => ({
    lines: ["Content-Length: 1"],
    framed: content,
    body: content.length > 0 ? content.subarray(0, 1) : undefined,
  }),
  broken((content) => [`Content-Length: ${content.length + 10}`]),
  broken(() => ["Content-Length: -1"]),
  broken(() => ["Content-Length: 1e3"]),
  broken(() => ["Content-Length: 99999999999999999999999"]),
  broken((content) => [`Content-Length: ${content.length}`, "Content-Length: 3"]),
  broken((content) => [`Content-Length: ${content.length}`, "Transfer-Encoding: chunked"]),
  broken(() => ["Transfer-Encoding: gzip, chunked"]),
  broken(
    () => ["Transfer-Encoding: chunked"],
    (content) => Buffer.concat([Buffer.from("ffffffffffffffff\r\n"), content]),
  ),
  broken(
    () => ["Transfer-Encoding: chunked"],
    (content) => Buffer.concat([Buffer.from("5\r\nab\r\n"), content]),
  ),
];
