import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { idSchema, toUuid } from "@/lib/domain/ids";
import { makeEndpoint } from "../support/api";
import { isRunning } from "../support/app";
import { provideDoors, WAYS_IN } from "../support/doors";
import { malformedRequest } from "../support/malformed-request";
import { type RawAnswer, sendRaw } from "../support/raw-http";
import { ringHttp } from "../support/ring-http";

/** Plain Next.js is much slower; it calls the same door. */
const COUNTS = { "server.ts": 8_000, "plain Next.js": 2_000 };
/** Each checks and reads in another way: nothing, a signature, a signed form, a certificate, XML, a list, a token. */
const SOURCES = ["anyone", "github", "twilio", "aws-sns", "salesforce", "hubspot", "jwt"];
const AT_ONCE = 50;

const doors = provideDoors();
let path: string;
let others: string[];
beforeAll(async () => {
  const endpoints = await Promise.all(SOURCES.map((source) => makeEndpoint(doors.api(), source)));
  [path = "", ...others] = endpoints.map((endpoint) => endpoint.path);
});

const Kept = z.object({ delivery: idSchema("delivery") });

describe.each(WAYS_IN)("through %s", (way) => {
  const count = COUNTS[way];
  test(`${count} malformed requests are survived, and what is kept of them is what was sent`, {
    timeout: 240_000,
  }, async () => {
    const { port, url, pid, output } = doors.app(way);
    const sent = new Map<string, { n: number; body: Buffer }>();
    const statuses = new Map<number, number>();

    const sendOne = async (n: number) => {
      const { bytes, body } = malformedRequest(n, pathOf(n));
      const answers = await sendRaw(port, [bytes], { answers: 1, closeAfterMs: 1_000 });
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const kept = Kept.safeParse(bodyOf(answers[0]));
      // Plain Next.js keeps the body of a GET to itself. Of a frame that contradicts itself nothing may be kept at all.
      if (kept.success && (way === "server.ts" || answers[0]?.status === 202)) {
        sent.set(toUuid(kept.data.delivery), { n, body: body ?? Buffer.from("nothing") });
      }
      // What Next.js makes of a target that is none is not ours to change.
      if (way === "server.ts") expect(answers[0]?.status ?? 0, `request ${n}`).toBeLessThan(500);
    };
    let next = 0;
    const sendOnAndOn = async () => {
      while (next < count) await sendOne(next++);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sendOnAndOn));

    expect(isRunning(pid)).toBe(true);
    expect((await ringHttp(url + path)).status).toBe(202);
    expect(await findDifferent(sent)).toEqual([]);
    // Else the requests would be too malformed to try anything.
    for (const status of [202, 400, 405])
      expect(statuses.get(status) ?? 0, `answers with ${status}`).toBeGreaterThan(20);
    if (way === "server.ts") expect(output()).not.toMatch(/"level":"error"/);
  });
});

/** Half of them go to anyone's endpoint, where the door goes furthest. */
function pathOf(n: number): string {
  return n % 2 === 0 ? path : (others[(n >> 1) % others.length] ?? path);
}

function bodyOf(answer: RawAnswer | undefined): unknown {
  try {
    return JSON.parse(answer?.body ?? "");
  } catch {
    return undefined;
  }
}

/** The requests of which something else was kept than what was sent. */
async function findDifferent(sent: Map<string, { n: number; body: Buffer }>): Promise<number[]> {
  const client = new pg.Client({ connectionString: doors.databaseUrl() });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; body: Buffer }>(
      "SELECT id, body FROM deliveries WHERE id = ANY($1::uuid[])",
      [[...sent.keys()]],
    );
    const kept = new Map(rows.map(({ id, body }) => [id, body]));
    return [...sent].filter(([id, { body }]) => !kept.get(id)?.equals(body)).map(([, { n }]) => n);
  } finally {
    await client.end();
  }
}
