import type { LookupAddress } from "node:dns";
import { createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import { guardedSocket, letGo } from "@/lib/platform/send-request/guard/guarded-socket";

const NOTHING = parseAllowedTargets([]);
const LOOPBACK = parseAllowedTargets(["127.0.0.1"]);

const peers: Socket[] = [];
let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer((socket) => {
    socket.on("error", () => {});
    peers.push(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  const address = server.address();
  port = address !== null && typeof address === "object" ? address.port : 0;
});
afterAll(() => {
  for (const peer of peers) peer.destroy();
  server.close();
});

const signal = () => AbortSignal.timeout(5_000);

function answering(...addresses: string[]) {
  const asked: string[] = [];
  const lookup = async (name: string): Promise<LookupAddress[]> => {
    asked.push(name);
    return addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  };
  return { asked, lookup };
}

describe("a socket is opened", () => {
  test.each(["127.0.0.1", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]", "::ffff:7f00:1"])(
    "to %s, once the address that it means is allowed",
    async (host) => {
      const before = peers.length;
      const socket = await guardedSocket({ host, port }, { signal: signal(), allowedTargets: LOOPBACK });
      await expect.poll(() => peers.length).toBe(before + 1);
      letGo(socket);
    },
  );

  test("to a name, which is asked once, and to the address that was checked", async () => {
    const names = answering("127.0.0.1");
    const options = { signal: signal(), allowedTargets: LOOPBACK, lookup: names.lookup };
    const socket = await guardedSocket({ host: "Mail.Example", port }, options);
    expect(names.asked).toEqual(["mail.example"]);
    expect(socket.remoteAddress).toBe("127.0.0.1");
    letGo(socket);
  });
});

describe("no socket is opened", () => {
  test.each(["127.0.0.1", "localhost", "0", "::1", "169.254.169.254", "db", "db.internal"])("to %s", async (host) => {
    const before = peers.length;
    const opened = guardedSocket({ host, port }, { signal: signal(), allowedTargets: NOTHING });
    await expect(opened).rejects.toThrow("An admin can allow it with ALLOWED_TARGETS.");
    expect(peers.length).toBe(before);
  });

  test("to a name that leads inside with one of its addresses", async () => {
    const before = peers.length;
    const { lookup } = answering("1.1.1.1", "127.0.0.1");
    const opened = guardedSocket({ host: "mail.example", port }, { signal: signal(), allowedTargets: NOTHING, lookup });
    await expect(opened).rejects.toThrow("leads into a private network");
    expect(peers.length).toBe(before);
  });

  test.each(["", "/var/run/postgresql", "a b", "user@127.0.0.1", "127.0.0.1:25", "127.0.0.1#x", "fe80::1%lo", "*"])(
    "to %j, which is no host",
    async (host) => {
      const opened = guardedSocket({ host, port }, { signal: signal(), allowedTargets: LOOPBACK });
      await expect(opened).rejects.toThrow("not the name or the address");
    },
  );
});

test("the signal ends a socket before it is open, and long after", async () => {
  const never = () => new Promise<LookupAddress[]>(() => {});
  const pending = guardedSocket(
    { host: "mail.example", port },
    { signal: AbortSignal.timeout(50), allowedTargets: NOTHING, lookup: never },
  );
  await expect(pending).rejects.toMatchObject({ name: "TimeoutError" });

  const controller = new AbortController();
  const socket = await guardedSocket(
    { host: "127.0.0.1", port },
    { signal: controller.signal, allowedTargets: LOOPBACK },
  );
  controller.abort();
  await expect.poll(() => socket.destroyed).toBe(true);
});

test("a socket that is let go of is closed, also when the other side does not close", async () => {
  const socket = await guardedSocket({ host: "127.0.0.1", port }, { signal: signal(), allowedTargets: LOOPBACK });
  letGo(socket);
  await expect.poll(() => socket.destroyed, { timeout: 4_000 }).toBe(true);
});
