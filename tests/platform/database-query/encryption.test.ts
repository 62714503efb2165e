import { createServer, type Server, type Socket } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";
import { afterEach, describe, expect, test } from "vitest";
import type { PlannedQuery } from "@/lib/domain/runs/effect";
import { queryDatabase } from "@/lib/platform/database-query/query-database";
import { parseAllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import { TEST_CERTIFICATE, TEST_KEY } from "@/tests/support/test-certificate";

const servers: Server[] = [];
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

async function listen(onSocket: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => socket.destroy());
    onSocket(socket);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

type Dialect = PlannedQuery["dialect"];

function ask(dialect: Dialect, server: Partial<PlannedQuery["server"]> & { port: number }, timeoutMs = 2_000) {
  const whole = {
    host: "db.example",
    database: "shop",
    user: "ann",
    password: "secret",
    isEncrypted: true,
    authorities: "",
  };
  return queryDatabase(
    { dialect, server: { ...whole, ...server }, statement: "SELECT 1", values: [] },
    {
      timeoutMs,
      allowedTargets: parseAllowedTargets(["127.0.0.1"]),
      lookup: async () => [{ address: "127.0.0.1", family: 4 }],
    },
  );
}

/** A greeting as MySQL 8 sends it, with or without the offer of TLS. */
function mysqlGreeting(offersTls: boolean): Buffer {
  const capabilities = 0x0000_8200 | (offersTls ? 0x800 : 0) | 0x0008_0000 | 0x0000_0008;
  const body = Buffer.concat([
    Buffer.from([10]),
    Buffer.from("8.4.0\0"),
    Buffer.from([1, 0, 0, 0]),
    Buffer.from("12345678\0"),
    Buffer.from([capabilities & 0xff, (capabilities >> 8) & 0xff, 45, 2, 0, (capabilities >> 16) & 0xff, 0, 21]),
    Buffer.alloc(10),
    Buffer.from("123456789012\0"),
    Buffer.from("mysql_native_password\0"),
  ]);
  return Buffer.concat([Buffer.from([body.length, 0, 0, 0]), body]);
}

/** Fakes that speak until TLS is on, note what they hear after that, and then hang up. */
const fakes: Record<Dialect, (heard: string[]) => (socket: Socket) => void> = {
  postgresql: (heard) => (socket) => {
    socket.once("data", () => {
      socket.write("S");
      hear(socket, heard);
    });
  },
  mysql: (heard) => (socket) => {
    socket.write(mysqlGreeting(true));
    socket.once("data", (chunk) => {
      // The request for TLS alone is 4 + 32 bytes; what follows in the same packet is TLS already.
      socket.pause();
      if (chunk.length > 36) socket.unshift(chunk.subarray(36));
      hear(socket, heard);
    });
  },
};

function hear(socket: Socket, heard: string[]): void {
  const secureContext = createSecureContext({ key: TEST_KEY, cert: TEST_CERTIFICATE });
  const secured = new TLSSocket(socket, { isServer: true, secureContext });
  secured.on("error", () => socket.destroy());
  secured.once("data", (chunk) => {
    heard.push(chunk.toString("latin1"));
    socket.destroy();
  });
}

describe.each(["postgresql", "mysql"] as const)("%s over TLS", (dialect) => {
  test("says who it is only once the certificate is trusted", async () => {
    const heard: string[] = [];
    const port = await listen(fakes[dialect](heard));
    expect(await ask(dialect, { port, authorities: TEST_CERTIFICATE })).toMatchObject({ kind: "failed", sent: false });
    expect(heard.join("")).toContain("ann");
  });

  test.each([
    ["nobody vouches for", {}, "its certificate is not from a trusted authority."],
    [
      "is for another name",
      { host: "other.example", authorities: TEST_CERTIFICATE },
      "its certificate is for another name.",
    ],
  ])("says nothing to a server whose certificate %s", async (_why, server, message) => {
    const heard: string[] = [];
    const port = await listen(fakes[dialect](heard));
    const end = await ask(dialect, { port, ...server });
    expect(end).toMatchObject({
      kind: "failed",
      reason: "tls",
      sent: false,
      message: expect.stringContaining(message),
    });
    expect(heard).toEqual([]);
  });
});

test("a server without TLS is told nothing either", async () => {
  const heard: string[] = [];
  const refusing = await listen((socket) => socket.on("data", () => socket.write("N")));
  expect(await ask("postgresql", { port: refusing })).toMatchObject({ message: "db.example does not offer TLS." });
  const plain = await listen((socket) => {
    socket.write(mysqlGreeting(false));
    socket.on("data", (chunk) => heard.push(chunk.toString("latin1")));
  });
  expect(await ask("mysql", { port: plain })).toMatchObject({ message: "db.example does not offer TLS." });
  expect(heard).toEqual([]);
});

describe("a server that speaks nonsense is an end like any other", () => {
  const nonsense: [what: string, speak: (socket: Socket) => void][] = [
    ["random bytes", (socket) => socket.write(Buffer.from("ff00112233445566778899aabbccddeeff".repeat(9), "hex"))],
    ["a web page", (socket) => socket.write("HTTP/1.1 400 Bad Request\r\n\r\n")],
    ["nothing, and hangs up", (socket) => socket.end()],
    ["a reset", (socket) => socket.resetAndDestroy()],
    ["nothing at all", () => {}],
    ["a greeting, and hangs up", (socket) => socket.end(mysqlGreeting(true))],
    ["half a greeting", (socket) => socket.end(mysqlGreeting(true).subarray(0, 30))],
    [
      "a demand for a file",
      (socket) => {
        socket.write(mysqlGreeting(false));
        socket.on("data", () =>
          socket.write(Buffer.concat([Buffer.from([12, 0, 0, 2, 0xfb]), Buffer.from("/etc/passwd")])),
        );
      },
    ],
  ];
  test.each(
    nonsense.flatMap(([what, speak]) =>
      (["postgresql", "mysql"] as const).flatMap((dialect) =>
        [true, false].map((isEncrypted) => [what, dialect, { isEncrypted, speak }] as const),
      ),
    ),
  )("%s, to %s", async (_what, dialect, { isEncrypted, speak }) => {
    const port = await listen(speak);
    const end = await ask(dialect, { port, isEncrypted }, 400);
    expect(["failed", "refused"]).toContain(end.kind);
    if (end.kind === "failed") expect(end.sent).toBe(false);
  });
});
