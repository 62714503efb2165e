import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { callApi, makeEndpoint, readBytes } from "../support/api";
import { provideDoors, WAYS_IN } from "../support/doors";
import { sendRaw } from "../support/raw-http";
import { ringHttp } from "../support/ring-http";

const doors = provideDoors();
let path: string;
beforeAll(async () => {
  path = (await makeEndpoint(doors.api())).path;
});

const Delivery = z.object({
  path: z.string(),
  query: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
});

async function readDelivery(id = "") {
  return Delivery.parse((await callApi(doors.api(), `GET /deliveries/${id}`)).body);
}

const TEXT = "application/octet-stream";
const head = (target: string, ...lines: string[]) =>
  [`POST ${target} HTTP/1.1`, "Host: doorbell.test", `Content-Type: ${TEXT}`, ...lines, "", ""].join("\r\n");

describe.each(WAYS_IN)("through %s", (way) => {
  /** What Next.js itself does with a request before our route sees it, only a server in front of it can help. */
  const onlyOurs = test.skipIf(way === "plain Next.js");
  const base = () => doors.app(way).url;
  const raw = (pieces: (string | Uint8Array)[], answers = 1) => sendRaw(doors.app(way).port, pieces, { answers });

  async function expectKept(answer: { status: number; body: string } | undefined, bytes: string | Uint8Array) {
    expect(answer?.status).toBe(202);
    const { delivery } = z.object({ delivery: z.string() }).parse(JSON.parse(answer?.body ?? ""));
    expect(Buffer.compare(await readBytes(doors.api(), delivery), Buffer.from(bytes))).toBe(0);
    return delivery;
  }

  test.each([
    ["pretty JSON", "application/json", ' {\r\n\t"b" : 1.0,  "a":"\\u00fc ü",\n "b": 1e2 }\n\n'],
    ["JSON after a byte order mark", "application/json", "\uFEFF{}"],
    ["bytes that are no UTF-8", TEXT, Buffer.from([0x80, 0xff, 0xc0, 0xaf, 0xed, 0xa0, 0x80])],
    ["text with NUL", "text/plain", "a\0b\0"],
    ["a form", "application/x-www-form-urlencoded", "a=%00&a=+&b=%zz&__proto__=1"],
    ["a mebibyte of noise", TEXT, randomBytes(1_048_576)],
    ["no body", "application/json", ""],
  ])("%s is kept byte for byte", async (_, type, body) => {
    const answer = await ringHttp(base() + path, { headers: { "content-type": type }, body });
    await expectKept({ status: answer.status, body: JSON.stringify(answer.body) }, body);
  });

  test("a body in chunks is kept without their frames", async () => {
    const [answer] = await raw([
      head(path, "Transfer-Encoding: chunked"),
      "1\r\na\r\n",
      "0003;x=1\r\nb\0\xff\r\n0\r\nTrailer: x\r\n\r\n",
    ]);
    await expectKept(answer, Buffer.from("ab\0\xff", "latin1"));
  });

  test("a sender that asks first is told to go on", async () => {
    const [answer] = await raw([head(path, "Expect: 100-continue", "Content-Length: 5"), "hello"]);
    await expectKept(answer, "hello");
  });

  test("requests that do not wait for each other's answers are all answered, in their order", async () => {
    const bodies = Array.from({ length: 20 }, (_, n) => `body ${n}`);
    const answers = await raw([bodies.map((body) => head(path, `Content-Length: ${body.length}`) + body).join("")], 20);
    for (const [n, answer] of answers.entries()) await expectKept(answer, bodies[n] ?? "");
    expect(answers).toHaveLength(20);
  });

  onlyOurs("a sender that offers to upgrade the connection, as Java's does, is answered", async () => {
    const upgrade = ["Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAEAAEAAAAIAAAAB"];
    const [answer] = await raw([head(path, ...upgrade, "Content-Length: 2"), "{}"]);
    await expectKept(answer, "{}");
  });

  test("a sender of HTTP/1.0 is answered", async () => {
    const [answer] = await raw([`POST ${path} HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}`]);
    await expectKept(answer, "{}");
  });

  onlyOurs.each(["http://doorbell.test", "http://other.test:81", "HTTPS://doorbell.test"])(
    "a target that names the whole address, after %s, is the same door",
    async (origin) => {
      const [answer] = await raw([`${head(`${origin}${path}/a?b=c`, "Content-Length: 2")}{}`]);
      const delivery = await expectKept(answer, "{}");
      expect(await readDelivery(delivery)).toMatchObject({ path: "/a", query: "b=c" });
    },
  );

  test("a token with escapes that it does not need is the same token", async () => {
    const token = path.slice("/api/hooks/".length);
    const escaped = `/api/hooks/%${token.charCodeAt(0).toString(16)}${token.slice(1)}`;
    expect((await ringHttp(base() + escaped)).status).toBe(202);
  });

  onlyOurs.each(["%zz", "%00", "%", "%ff", "", "\\", "..", "%2e%2e"])("no token is like “%s”", async (token) => {
    const [answer] = await raw([`${head(`/api/hooks/${token}`, "Content-Length: 2")}{}`]);
    expect(answer).toMatchObject({ status: 404, headers: { "content-type": "application/json" } });
  });

  test.each([
    ["/a/b.c/%2Fd%20e/%C3%BC", "x=1&x=2&y=a+b"],
    ["/", ""],
    ["/trailing/", "a="],
    ["/..%2f", "a=%3Fb%23c"],
    ["", "only=query"],
    ["", `long=${"x".repeat(7_000)}`],
  ])("what follows the token is kept as it was written: %s?%s", async (rest, query) => {
    await expectAddressKept(rest, query);
  });

  onlyOurs.each([
    ["//a//b/", "a?b&&%zz=+"],
    ["/a\\b;c=d", "x"],
    ["/|^`{}", "|=%zz"],
  ])("so is what is not quite an address: %s?%s", async (rest, query) => {
    await expectAddressKept(rest, query);
  });

  async function expectAddressKept(rest: string, query: string) {
    const [answer] = await raw([head(`${path}${rest}${query && "?"}${query}`, "Content-Length: 0")]);
    const delivery = await expectKept(answer, "");
    expect(await readDelivery(delivery)).toMatchObject({ path: rest, query });
  }

  test("headers are kept with their odd bytes, also when they come twice", async () => {
    const odd = ["X-Odd: \xff\xe9 \t\x80", "X-Twice: 1", "x-twice: 2", "X-Empty:", `X-Long: ${"l".repeat(8_000)}`];
    const [answer] = await raw([`${head(path, ...odd, "Content-Length: 0")}`]);
    const { headers } = await readDelivery(await expectKept(answer, ""));
    const valuesOf = (name: string) =>
      headers
        .filter((header) => header.name.toLowerCase() === name)
        .map(({ value }) => value)
        .join(", ");
    expect(valuesOf("x-odd")).toBe("\xff\xe9 \t\x80");
    expect(valuesOf("x-twice")).toBe("1, 2");
    expect(valuesOf("x-empty")).toBe("");
    expect(valuesOf("x-long")).toHaveLength(8_000);
  });
});
