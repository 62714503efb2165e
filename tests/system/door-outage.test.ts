import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { makeEndpoint, readBytes } from "../support/api";
import { provideDoors, WAYS_IN } from "../support/doors";
import { type RingAnswer, ringHttp } from "../support/ring-http";

/** Some three seconds are meant; a busy machine gets more. */
const ANSWER_MS_MAX = 8_000;
const RECOVERY_MS_MAX = 15_000;

const doors = provideDoors();
let path: string;
beforeAll(async () => {
  path = (await makeEndpoint(doors.api())).path;
});

afterEach(() => doors.database().recover());

describe.each(WAYS_IN)("through %s", (way) => {
  const base = () => doors.app(way).url;
  const ringNumbered = (n: number) => ringHttp(base() + path, { body: `{ "n": ${n} }` });

  const troubles = [
    ["has stopped", () => doors.database().stop()],
    ["hangs", async () => doors.database().freeze()],
  ] as const;
  test.each(troubles)(
    "while the database %s, senders soon learn to come back; once it is back, nothing that was accepted is missing",
    async (_, begin) => {
      const before = await Promise.all(Array.from({ length: 20 }, (_, n) => ringNumbered(n)));
      expect(before.map(({ status }) => status)).toEqual(before.map(() => 202));

      await begin();
      const during = await ringForAWhile();
      expect(during.length).toBeGreaterThan(10);
      for (const { answer, tookMs } of during) {
        expect(answer).toMatchObject({ status: 503, headers: { "retry-after": "5" }, body: { code: "unavailable" } });
        expect(answer.headers["content-type"]).toBe("application/json");
        expect(tookMs).toBeLessThan(ANSWER_MS_MAX);
      }
      const unknown = await ringHttp(`${base()}/api/hooks/nobody`);
      expect(unknown.status).toBe(503);
      expect((await fetch(`${base()}/api/ready`)).status).toBe(503);
      expect((await fetch(`${base()}/api/health`)).status).toBe(200);

      await doors.database().recover();
      const recoveredMs = await waitUntilAccepted();
      expect(recoveredMs).toBeLessThan(RECOVERY_MS_MAX);
      for (const [n, { body }] of before.entries()) {
        expect((await readBytes(doors.api(), body.delivery ?? "")).toString()).toBe(`{ "n": ${n} }`);
      }
    },
  );

  /** Rings, many at a time, for three seconds. */
  async function ringForAWhile() {
    const rings: Promise<{ answer: RingAnswer; tookMs: number }>[] = [];
    for (let n = 0; n < 60; n++) {
      const startedMs = performance.now();
      rings.push(ringNumbered(n).then((answer) => ({ answer, tookMs: performance.now() - startedMs })));
      await pause(50);
    }
    return Promise.all(rings);
  }

  async function waitUntilAccepted(): Promise<number> {
    const startedMs = performance.now();
    for (;;) {
      const { status } = await ringNumbered(0);
      if (status === 202) return performance.now() - startedMs;
      expect(status).toBe(503);
      if (performance.now() - startedMs > RECOVERY_MS_MAX) throw new Error("It does not recover.");
      await pause(100);
    }
  }
});
