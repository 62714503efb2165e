import type pg from "pg";
import { log } from "@/lib/platform/log";
import { announceWork } from "@/lib/stores/engine/tend-queue";

export type Announcer = {
  /** Tells the other processes that there is work, at most once in a while however often it is called. */
  announce: () => void;
  /** Sends what is owed, and no more. */
  close: () => Promise<void>;
};

/** A notice makes every commit of the database wait its turn, so few are sent. */
const ANNOUNCE_EVERY_MS = 50;

/** Wakes the processes that share the queue when this one adds work. A lost notice costs time only: they also poll. */
export function createAnnouncer(pool: pg.Pool, sender: string): Announcer {
  let sending = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isOwed = false;
  let isClosed = false;

  function announce(): void {
    isOwed = true;
    if (timer || isClosed) return;
    send();
    timer = setTimeout(() => {
      timer = undefined;
      if (isOwed) announce();
    }, ANNOUNCE_EVERY_MS);
  }

  function send(): void {
    isOwed = false;
    sending = announceWork(pool, sender).catch((error: unknown) => {
      log.warn("The engine could not tell other processes of work; they will look.", { reason: String(error) });
    });
  }

  async function close(): Promise<void> {
    isClosed = true;
    clearTimeout(timer);
    if (isOwed) send();
    await sending;
  }

  return { announce, close };
}
