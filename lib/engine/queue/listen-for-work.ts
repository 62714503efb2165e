import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { backOffMs } from "@/lib/engine/queue/keep-trying";
import { createListener } from "@/lib/platform/engine-connections";
import { log } from "@/lib/platform/log";
import { LISTEN_FOR_WORK } from "@/lib/stores/engine/tend-queue";

type Listening = {
  url: string;
  /** Names this process, so that it does not hear itself. */
  sender: string;
  onWork: () => void;
};

/** Hears of the work that other processes announce, over a connection that is made again whenever it breaks. */
export function listenForWork(listening: Listening): { close: () => Promise<void> } {
  let isClosed = false;
  let connection: pg.Client | undefined;

  async function listen(): Promise<void> {
    for (let failures = 0; !isClosed; failures += 1) {
      try {
        connection = createListener(listening.url);
        await hear(connection, listening);
        failures = 0;
      } catch (error) {
        if (failures === 0) log.warn("The engine cannot listen for work; it polls.", { reason: String(error) });
      }
      if (!isClosed) await pause(backOffMs(failures));
    }
  }

  const ended = listen();
  return {
    close: async () => {
      isClosed = true;
      await connection?.end();
      await ended;
    },
  };
}

/** Resolves when the connection is lost. */
async function hear(connection: pg.Client, { sender, onWork }: Listening): Promise<void> {
  const lost = new Promise<void>((resolve) => {
    connection.once("end", resolve);
    connection.on("error", () => resolve());
  });
  connection.on("notification", ({ payload }) => {
    if (payload !== sender) onWork();
  });
  try {
    await connection.connect();
    await connection.query(LISTEN_FOR_WORK);
    // Whatever was announced while nobody listened.
    onWork();
    await lost;
  } finally {
    await connection.end();
  }
}
