import { createServer, type Server } from "node:http";
import { isIP } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import type { OutboundRequest, Outcome } from "@/lib/platform/send-request/outcome";
import { sendRequest } from "@/lib/platform/send-request/send-request";

const NOTHING = parseAllowedTargets([]);
const EVERYTHING = parseAllowedTargets(["0.0.0.0/0", "::/0", "localhost"]);

/** Ways to write an IPv4 address that a URL parser, or some client behind it, takes for the same. */
function spellingsOf(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const octal = (n: number): string => `0${n.toString(8)}`;
  const hex = (n: number): string => `0x${n.toString(16)}`;
  const hexWord = (high: number, low: number): string => (high * 256 + low).toString(16);
  const groups = `${hexWord(a, b)}:${hexWord(c, d)}`;
  return [
    address,
    `${address}.`,
    String(whole),
    hex(whole),
    octal(whole),
    [a, b, c, d].map(hex).join("."),
    [a, b, c, d].map(octal).join("."),
    `${hex(a)}.${octal(b)}.${c}.${d}`,
    `${a}.${(b * 256 + c) * 256 + d}`,
    `${a}.${b}.${c * 256 + d}`,
    `0000${octal(a)}.${b}.${c}.${d}`,
    address.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    address.replaceAll(".", "\u3002"),
    address.replaceAll(".", "%2e"),
    address.replace(/^\d/, (digit) => `%3${digit}`),
    `[::${address}]`,
    `[::ffff:${address}]`,
    `[::ffff:${groups}]`,
    `[0:0:0:0:0:ffff:${groups}]`,
    `[::ffff:0:${groups}]`,
    `[64:ff9b::${groups}]`,
    `[64:ff9b:1::${groups}]`,
    `[2002:${groups}::]`,
    `[2001:0:${groups}::]`,
  ];
}

const HOSTS = [
  ...["127.0.0.1", "10.0.0.1", "169.254.169.254"].flatMap(spellingsOf),
  "127.1",
  "127.0.1",
  "0X7F.1",
  "017700000001",
  "127.255.255.254",
  "0",
  "0.0.0.0",
  "0x0",
  "00000",
  "0.1",
  "\u2460\u2461\u2466.\u24ea.\u24ea.\u2460",
  "127\uff0e0\uff0e0\uff0e1",
  "12\u00ad7.0.0.1",
  "[::]",
  "[::1]",
  "[0:0:0:0:0:0:0:1]",
  "[0000::0001]",
  "[::0.0.0.1]",
  "[fe80::1]",
  "[fe80::1%25lo]",
  "[fec0::1]",
  "[fc00::1]",
  "[fd00:ec2::254]",
  "[ff02::1]",
  "[100::1]",
  "[2001:db8::1]",
  "168.63.129.16",
  "0xa83f8110",
  "100.64.0.1",
  "100.100.100.200",
  "172.16.0.1",
  "192.168.0.1",
  "192.0.0.192",
  "192.0.2.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "localhost",
  "localhost.",
  "LOCALHOST",
  "loc%61lhost",
  "\uff4c\uff4f\uff43\uff41\uff4c\uff48\uff4f\uff53\uff54",
  "local\u00adhost",
  "app.localhost",
  "localhost.localdomain",
  "ip6-localhost",
  "printer",
  "printer.local",
  "nas.lan",
  "router.home.arpa",
  "metadata.google.internal",
  "instance-data.ec2.internal",
  "kubernetes.default.svc",
  "db.default.svc.cluster.local",
  "nothing.invalid",
];

/** Addresses in forms that hide the host, with PORT to be filled in. */
const FORMS = [
  "http:127.0.0.1:PORT/",
  "http:/127.0.0.1:PORT/",
  "http:////127.0.0.1:PORT/",
  "http:\\\\127.0.0.1:PORT\\",
  " http://127.0.0.1:PORT/ ",
  "ht\ntp://127.0.\t0.1:PORT/",
  "http://127.0.0.1:PORT#@1.1.1.1/",
  "http://127.0.0.1:PORT?@1.1.1.1/",
  "http://127.0.0.1:PORT\\@1.1.1.1/",
  "http://1.1.1.1@127.0.0.1:PORT/",
  "http://1.1.1.1:80@127.0.0.1:PORT/",
  "http://user:secret@127.0.0.1:PORT/",
  "https://127.0.0.1:PORT/",
  "ftp://127.0.0.1:PORT/",
  "gopher://127.0.0.1:PORT/_GET%20/",
  "ws://127.0.0.1:PORT/",
  "unix:/var/run/docker.sock",
  "file:///etc/passwd",
  "//127.0.0.1:PORT/",
];

const servers: Server[] = [];
let port = 0;
let hits = 0;

beforeAll(async () => {
  port = await listen("0.0.0.0", 0);
  await listen("::", port);
});
afterAll(() => {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
});

function listen(host: string, atPort: number): Promise<number> {
  const server = createServer((_request, response) => response.end("inside"));
  server.on("connection", () => {
    hits += 1;
  });
  servers.push(server);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port: atPort, ipv6Only: isIP(host) === 6 }, () => {
      const address = server.address();
      resolve(address !== null && typeof address === "object" ? address.port : 0);
    });
  });
}

function get(url: string): OutboundRequest {
  return { method: "GET", url, headers: [], timeoutMs: 2_000 };
}

test("the listener is really there: with everything allowed, spellings of this machine reach it", async () => {
  const inside = [...spellingsOf("127.0.0.1").slice(0, 15), "[::1]", "localhost", "0", "[::ffff:7f00:1]"];
  const ends = await Promise.all(
    inside.map((host) => sendRequest(get(`http://${host}:${port}/`), { allowedTargets: EVERYTHING })),
  );
  expect(ends.map((end) => end.kind)).toEqual(inside.map(() => "answered"));
  expect(hits).toBeGreaterThan(0);
});

describe("nothing private is reached unless it is allowed", () => {
  const urls = [...HOSTS.map((host) => `http://${host}:PORT/`), ...FORMS];

  test("the list is long", () => expect(new Set(urls).size).toBeGreaterThan(120));

  test.each(urls.map((url) => [JSON.stringify(url), url]))("%s", async (_shown, url) => {
    const hitsBefore = hits;
    const end = await sendRequest(get(url.replace("PORT", String(port))), { allowedTargets: NOTHING });
    expect(isRefusal(end), JSON.stringify(end)).toBe(true);
    expect(hits).toBe(hitsBefore);
  });
});

function isRefusal(end: Outcome): boolean {
  return end.kind === "blocked" || (end.kind === "failed" && end.reason === "bad_url" && !end.sent);
}

test("the sentence says what to do, and never repeats the address's path or password", async () => {
  const end = await sendRequest(get(`http://127.0.0.1:${port}/secret?secret`), { allowedTargets: NOTHING });
  expect(end).toMatchObject({
    kind: "blocked",
    message: "127.0.0.1 is in a private network. An admin can allow it with ALLOWED_TARGETS.",
  });
  const withPassword = await sendRequest(get("https://user:secret@desk.example/"), { allowedTargets: NOTHING });
  expect(withPassword).toMatchObject({
    kind: "failed",
    reason: "bad_url",
    message: "Put the user name and password into a header, not into the address.",
  });
});
