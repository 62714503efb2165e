import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/lib/platform/log";
import type { ServerProcess } from "./server-process";

const PAUSE_MS = 250;

/**
 * Starts a server, and again at the same port whenever it ends unasked: killed when memory was short, say. Who uses it sees a
 * database that is away for a moment. `exited` settles once it was stopped, or does not start any more.
 */
export async function keepRunning(start: (port?: number) => Promise<ServerProcess>): Promise<ServerProcess> {
  let server = await start();
  const { port } = server;
  let isStopping = false;

  async function watch(): Promise<void> {
    for (;;) {
      await server.exited;
      if (isStopping) return;
      log.warn("The embedded database ended by itself. It is started again.");
      await pause(PAUSE_MS);
      if (isStopping) return;
      server = await start(port);
      if (isStopping) await server.stop();
    }
  }

  const exited = watch().catch((error: unknown) => {
    log.error("The embedded database cannot be started again.", error);
  });
  const stop = async () => {
    isStopping = true;
    await server.stop();
    await exited;
  };
  return { port, stop, exited };
}
