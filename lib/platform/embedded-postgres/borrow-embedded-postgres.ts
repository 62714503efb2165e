import { join, resolve } from "node:path";
import { findServer } from "./launcher-lock";
import { readPassword } from "./password";
import { readIfThere } from "./read-if-there";
import { startEmbeddedPostgres } from "./start-embedded-postgres";

type BorrowedPostgres = {
  url: string;
  /** Whether an app uses it, too. */
  isShared: boolean;
  /** Ends it, unless an app uses it. */
  stop: () => Promise<void>;
};

/** The database of the app that runs on `dataDir`; when none does, it is started for the caller alone. */
export async function borrowEmbeddedPostgres({ dataDir }: { dataDir: string }): Promise<BorrowedPostgres> {
  const home = resolve(dataDir);
  const port = findServer(home) && readPort(join(home, "cluster"));
  if (!port) return { ...(await startEmbeddedPostgres({ dataDir })), isShared: false };
  const url = `postgresql://doorbell:${readPassword(join(home, "password"))}@127.0.0.1:${port}/doorbell`;
  return { url, isShared: true, stop: async () => undefined };
}

/** https://www.postgresql.org/docs/current/storage-file-layout.html: PostgreSQL notes its port in the fourth line. */
function readPort(cluster: string): number | undefined {
  return Number(readIfThere(join(cluster, "postmaster.pid"))?.split("\n")[3]) || undefined;
}
