import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { clearAbandonedServer } from "./abandoned-server";
import { serverAccount } from "./account";
import { findBinaries } from "./binaries";
import { prepareCluster } from "./cluster";
import { keepRunning } from "./keep-running";
import { takeLauncherLock } from "./launcher-lock";
import { readPassword } from "./password";
import { startServer } from "./server-process";
import { startFailure } from "./start-failure";

export type EmbeddedPostgres = {
  /** Names the database `doorbell`, which `ensureDatabase` creates. Holds the password: never log it. */
  url: string;
  /** Ends the server in order and frees the folder. May be called twice. */
  stop(): Promise<void>;
  /** Settles once the server has been stopped, or has ended by itself and cannot be started again. */
  exited: Promise<void>;
};

/**
 * Starts a PostgreSQL of our own on 127.0.0.1, with everything it keeps under `dataDir`. One launcher per folder: a second
 * one is refused; what a killed one left running is stopped first. A server that ends by itself is started again. Throws a
 * sentence that says what to do.
 */
export async function startEmbeddedPostgres({ dataDir }: { dataDir: string }): Promise<EmbeddedPostgres> {
  const home = resolve(dataDir);
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const lock = await takeLauncherLock(home);
    try {
      if (lock.abandoned) await clearAbandonedServer(lock.abandoned, join(home, "cluster"));
      const server = await launch(home, lock.recordServer);
      return { ...server, stop: () => server.stop().then(lock.release) };
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw startFailure(error, home);
  }
}

async function launch(home: string, onSpawn: (pid: number) => void): Promise<EmbeddedPostgres> {
  const cluster = join(home, "cluster");
  const account = serverAccount(cluster);
  const binaries = findBinaries(account);
  const password = readPassword(join(home, "password"));
  prepareCluster({ cluster, account, binaries, password });

  const logFile = join(home, "postgres.log");
  const { port, stop, exited } = await keepRunning((known) =>
    startServer({ cluster, account, binaries, logFile, onSpawn, port: known }),
  );
  return { url: `postgresql://doorbell:${password}@127.0.0.1:${port}/doorbell`, stop, exited };
}
