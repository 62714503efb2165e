import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { backOffMs } from "@/lib/engine/queue/keep-trying";
import { createListener } from "@/lib/platform/engine-connections";
import { log } from "@/lib/platform/log";
import { announceWork, LISTEN_FOR_WORK } from "@/lib/stores/engine/tend-queue";

export type WorkChannel = {
  /** Tells the other processes that there is work, at most once in a while however often it is called. */
  announce: () => void;
  close: () => Promise<void>;
};

type WorkChannelOptions = {
  pool: pg.Pool;
  /** For a connection of its own to listen on. */
  url: string;
  /** Names this process, so that it does not wake itself. */
  sender: string;
  onWork: () => void;
};

/** A notice makes every commit of the database wait its turn, so few are sent. */
const ANNOUNCE_EVERY_MS = 50;

/** Wakes the processes that share the queue when one adds work. A lost notice costs time only: they also poll. */
export function openWorkChannel(options: WorkChannelOptions): WorkChannel {
  let isClosed = false;
  let connection: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOwed = false;

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
    announceWork(options.pool, options.sender).catch((error: unknown) => {
      log.warn("The engine could not tell other processes of work; they will look by themselves.", {
        reason: String(error),
      });
    });
  }

  async function listen(): Promise<void> {
    for (let failures = 0; !isClosed; failures += 1) {
      try {
        await listenUntilLost();
        failures = 0;
      } catch (error) {
        if (failures === 0)
          log.warn("The engine cannot listen for work; it polls meanwhile.", { reason: String(error) });
      }
      if (!isClosed) await pause(backOffMs(failures));
    }
  }

  async function listenUntilLost(): Promise<void> {
    const client = createListener(options.url);
    const lost = new Promise<void>((resolve) => {
      client.once("end", resolve);
      client.once("error", () => resolve());
    });
    client.on("notification", ({ payload }) => {
      if (payload !== options.sender) options.onWork();
    });
    try {
      await client.connect();
      connection = client;
      await client.query(LISTEN_FOR_WORK);
      options.onWork();
      await lost;
    } finally {
      connection = undefined;
      await client.end().catch(() => undefined);
    }
  }

  const listening = listen();
  return {
    announce,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await connection?.end();
      await listening;
    },
  };
}
