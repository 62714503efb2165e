import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import type { OutboundRequest, Outcome } from "@/lib/platform/send-request/outcome";
import { sendRequest } from "@/lib/platform/send-request/send-request";
import { HOSTILE_HOSTS, spellingsOf } from "@/tests/support/hostile-hosts";
import { type Inside, startInside } from "@/tests/support/inside";
import { startReceiver } from "@/tests/support/receiver";

const NOTHING = parseAllowedTargets([]);
const EVERYTHING = parseAllowedTargets(["0.0.0.0/0", "::/0", "localhost"]);

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
  "http://127.0.0.1:PORT:80/",
  "http://127.0.0.1:PORT%2f@1.1.1.1/",
  "http://1.1.1.1%20@127.0.0.1:PORT/",
  "http://1.1.1.1%00@127.0.0.1:PORT/",
  "http://1.1.1.1\uff03@127.0.0.1:PORT/",
  "http://127.0.0.1\u2044@1.1.1.1:PORT/",
  "http:\\127.0.0.1:PORT/",
  "jar:http://127.0.0.1:PORT!/",
  "dict://127.0.0.1:PORT/",
  "data:text/plain,x",
];

let inside: Inside;

beforeAll(async () => {
  inside = await startInside();
});
afterAll(() => inside.close());

function get(url: string): OutboundRequest {
  return { method: "GET", url, headers: [], timeoutMs: 2_000 };
}

test("the listener is really there: with everything allowed, spellings of this machine reach it", async () => {
  const hosts = [...spellingsOf("127.0.0.1").slice(0, 15), "[::1]", "localhost", "0", "[::ffff:7f00:1]"];
  const ends = await Promise.all(
    hosts.map((host) => sendRequest(get(`http://${host}:${inside.port}/`), { allowedTargets: EVERYTHING })),
  );
  expect(ends.map((end) => end.kind)).toEqual(hosts.map(() => "answered"));
  expect(inside.hits()).toBeGreaterThan(0);
});

describe("nothing private is reached unless it is allowed", () => {
  const urls = [...HOSTILE_HOSTS.map((host) => `http://${host}:PORT/`), ...FORMS];

  test("the list is long", () => expect(new Set(urls).size).toBeGreaterThan(140));

  test.each(urls.map((url) => [JSON.stringify(url), url]))("%s", async (_shown, url) => {
    const hitsBefore = inside.hits();
    const end = await sendRequest(get(url.replace("PORT", String(inside.port))), { allowedTargets: NOTHING });
    expect(isRefusal(end), JSON.stringify(end)).toBe(true);
    expect(inside.hits()).toBe(hitsBefore);
  });
});

/** What a name server may answer about a name that an attacker owns. */
const ANSWERS: string[][] = [
  ...["127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254"].map(
    (a) => [a],
  ),
  ...["100.100.100.200", "168.63.129.16", "192.0.0.192", "224.0.0.1", "255.255.255.255"].map((a) => [a]),
  ...["::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "::127.0.0.1"].map((a) => [a]),
  ...["::ffff:127.0.0.1", "::ffff:7f00:1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::"].map((a) => [a]),
  ["1.1.1.1", "127.0.0.1"],
  ["127.0.0.1", "1.1.1.1"],
  ["2606:4700:4700::1111", "::1"],
  ["1.1.1.1", "2606:4700:4700::1111", "::ffff:127.0.0.1"],
];

describe("a name that leads inside is not followed", () => {
  test.each(ANSWERS.map((addresses) => [addresses.join(" and "), addresses]))("to %s", async (_shown, addresses) => {
    const hitsBefore = inside.hits();
    const lookup = async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    for (const scheme of ["http", "https"]) {
      const url = `${scheme}://127.0.0.1.rebind.example:${inside.port}/`;
      expect(await sendRequest(get(url), { allowedTargets: NOTHING, lookup })).toMatchObject({ kind: "blocked" });
    }
    expect(inside.hits()).toBe(hitsBefore);
  });

  test("when the name changes its mind after a look that failed", async () => {
    const hitsBefore = inside.hits();
    let looks = 0;
    const lookup = async () => {
      looks += 1;
      if (looks === 1) throw Object.assign(new Error("later"), { code: "EAI_AGAIN" });
      return [{ address: "127.0.0.1", family: 4 }];
    };
    const url = `http://rebind.example:${inside.port}/`;
    const options = { allowedTargets: NOTHING, lookup };
    expect(await sendRequest(get(url), options)).toMatchObject({ kind: "failed", reason: "dns" });
    expect(await sendRequest(get(url), options)).toMatchObject({ kind: "blocked" });
    expect(inside.hits()).toBe(hitsBefore);
  });
});

describe("a redirect leads nowhere inside", () => {
  const places = [...spellingsOf("127.0.0.2"), "[::1]", "[::ffff:7f00:2]", "0", "localhost.", "inside.example"];
  test.each([301, 302, 303, 307, 308])("with status %i, however the place is written", async (status) => {
    const hitsBefore = inside.hits();
    const lookup = async () => [{ address: "127.0.0.2", family: 4 }];
    const locations = places.flatMap((host) => [`http://${host}:${inside.port}/`, `//${host}:${inside.port}/`]);
    const desk = await startReceiver((_request, n) => ({
      status,
      headers: { location: encode(locations[n - 1] ?? "") },
    }));
    for (const location of locations) {
      const end = await sendRequest(get(desk.url), { allowedTargets: parseAllowedTargets(["127.0.0.1"]), lookup });
      expect(["blocked", "failed"], location).toContain(end.kind);
    }
    await desk.close();
    expect(inside.hits()).toBe(hitsBefore);
  });
});

/** Headers are bytes: what is not ASCII goes as UTF-8. */
function encode(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

function isRefusal(end: Outcome): boolean {
  return end.kind === "blocked" || (end.kind === "failed" && end.reason === "bad_url" && !end.sent);
}

test("the sentence says what to do, and never repeats the address's path or password", async () => {
  const end = await sendRequest(get(`http://127.0.0.1:${inside.port}/secret?secret`), { allowedTargets: NOTHING });
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
