import { setTimeout as pause } from "node:timers/promises";
import { ringHttp } from "./ring-http";

export type Ringing = {
  /** The deliveries that were acknowledged so far, with what was sent. */
  accepted: Map<string, number>;
  /** Ends it, once every ring has been answered or has failed. */
  stop: () => Promise<void>;
};

/** Rings again and again, at a rate that does not wait for answers, and keeps a journal of what was acknowledged. */
export function startRinging(urls: readonly string[], perSecond: number): Ringing {
  const accepted = new Map<string, number>();
  const underWay = new Set<Promise<void>>();
  let isStopped = false;

  const ringOnce = async (n: number) => {
    try {
      const { status, body } = await ringHttp(urls[n % urls.length] ?? "", { body: JSON.stringify({ n }) });
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
    stop: () => {
      isStopped = true;
      return ringing;
    },
  };
}
