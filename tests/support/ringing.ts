import { setTimeout as pause } from "node:timers/promises";
import { type RingAnswer, ringHttp } from "./ring-http";

/** With the times of its ring, in ms since 1970. */
export type TimedAnswer = RingAnswer & { begunAtMs: number; endedAtMs: number };

export type Ringing = {
  /** The deliveries that were acknowledged so far, with what was sent. */
  accepted: Map<string, number>;
  /** Every answer so far. */
  answers: TimedAnswer[];
  /** Ends it, once every ring has been answered or has failed. */
  stop: () => Promise<void>;
};

/** Rings again and again, at a rate that does not wait for answers, and keeps a journal of what was acknowledged. */
export function startRinging(urls: readonly string[], perSecond: number): Ringing {
  const accepted = new Map<string, number>();
  const answers: TimedAnswer[] = [];
  const underWay = new Set<Promise<void>>();
  let isStopped = false;

  const ringOnce = async (n: number) => {
    const begunAtMs = Date.now();
    try {
      const answer = await ringHttp(urls[n % urls.length] ?? "", { body: JSON.stringify({ n }) });
      answers.push({ ...answer, begunAtMs, endedAtMs: Date.now() });
      const { status, body } = answer;
      if (status < 300 && body.delivery) accepted.set(body.delivery, n);
    } catch {
      // Nobody was there. Then nothing was promised either.
    }
  };

  const ringing = (async () => {
    for (let n = 0; !isStopped; n++) {
      const rung = ringOnce(n).finally(() => underWay.delete(rung));
      underWay.add(rung);
      await pause(1_000 / perSecond);
    }
    await Promise.all(underWay);
  })();

  return {
    accepted,
    answers,
    stop: () => {
      isStopped = true;
      return ringing;
    },
  };
}
