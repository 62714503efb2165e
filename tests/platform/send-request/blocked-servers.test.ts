import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PlannedQuery } from "@/lib/domain/runs/effect";
import { queryDatabase } from "@/lib/platform/database-query/query-database";
import { parseAllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import type { Lookup } from "@/lib/platform/send-request/guard/permitted-addresses";
import { sendMail } from "@/lib/platform/smtp/send-mail";
import { HOSTILE_HOSTS } from "@/tests/support/hostile-hosts";
import { type Inside, startInside } from "@/tests/support/inside";

let inside: Inside;

beforeAll(async () => {
  inside = await startInside();
});
afterAll(() => inside.close());

type Place = { host: string; port: number };
type Options = { timeoutMs: number; allowedTargets: ReturnType<typeof parseAllowedTargets>; lookup?: Lookup };

const ann = { name: "", address: "ann@desk.example" };
const mail = { from: ann, to: [ann], cc: [], replyTo: [], subject: "x", text: "x", html: "", messageId: "<x@x>" };

function ask(dialect: PlannedQuery["dialect"], place: Place, options: Options) {
  const server = { ...place, database: "x", user: "x", password: "x", isEncrypted: false, authorities: "" };
  return queryDatabase({ dialect, server, statement: "SELECT 1", values: [] }, options);
}

/** Every way out of Doorbell that is not HTTP. */
const ways: [name: string, go: (place: Place, options: Options) => Promise<{ kind: string }>][] = [
  [
    "SMTP",
    (place, options) => {
      const server = { ...place, encryption: "none" as const, user: "", password: "", authorities: "" };
      return sendMail(server, mail, { ...options, greetAs: "doorbell.example" });
    },
  ],
  ["PostgreSQL", (place, options) => ask("postgresql", place, options)],
  ["MySQL", (place, options) => ask("mysql", place, options)],
];

const FORMS = [
  "1.1.1.1@127.0.0.1",
  "127.0.0.1#1.1.1.1",
  "127.0.0.1/1.1.1.1",
  "127.0.0.1?1.1.1.1",
  "/var/run/x.sock",
  "",
];

describe.each(ways)("by %s", (_name, go) => {
  const blocked = { timeoutMs: 2_000, allowedTargets: parseAllowedTargets([]) };

  test.each([...HOSTILE_HOSTS, ...FORMS].map((host) => [JSON.stringify(host), host]))(
    "%s is not reached",
    async (_, host) => {
      const end = await go({ host, port: inside.port }, blocked);
      expect(end.kind === "blocked" || end.kind === "failed", JSON.stringify(end)).toBe(true);
      if (end.kind === "failed") expect(end).toMatchObject({ reason: "bad_url", sent: false });
      expect(inside.hits()).toBe(0);
    },
  );

  test.each([["127.0.0.1"], ["::1"], ["::ffff:127.0.0.1"], ["1.1.1.1", "127.0.0.1"], ["64:ff9b::7f00:1"]])(
    "a name that leads to %s is not followed",
    async (...addresses) => {
      const lookup: Lookup = async () =>
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
      expect(await go({ host: "rebind.example", port: inside.port }, { ...blocked, lookup })).toMatchObject({
        kind: "blocked",
      });
      expect(inside.hits()).toBe(0);
    },
  );
});

describe.each(ways)("by %s", (_name, go) => {
  test("what is allowed is reached, and a name is asked once", async () => {
    const hitsBefore = inside.hits();
    let looks = 0;
    const lookup: Lookup = async () => {
      looks += 1;
      return [{ address: looks === 1 ? "127.0.0.1" : "127.0.0.2", family: 4 }];
    };
    const options = { timeoutMs: 500, allowedTargets: parseAllowedTargets(["127.0.0.1"]), lookup };
    await go({ host: "desk.example", port: inside.port }, options);
    expect([inside.hits() - hitsBefore, looks]).toEqual([1, 1]);
  });
});
