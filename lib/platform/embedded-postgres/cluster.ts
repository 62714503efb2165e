import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Account, canEnter, giveTo } from "./account";
import { type Binaries, PROGRAM_ENVIRONMENT } from "./binaries";

type Options = { cluster: string; account: Account | undefined; binaries: Binaries; password: string };

/** Makes the folder of tables when there is none yet, and makes sure that it belongs to the account. */
export function prepareCluster(options: Options): void {
  const { cluster, account } = options;
  if (!existsSync(cluster)) createCluster(options);
  else if (account && statSync(cluster).uid !== account.uid) giveTo(account, cluster);
  // A copy or a backup may have opened it; PostgreSQL then refuses to start.
  chmodSync(cluster, 0o700);
}

/**
 * How the server's programs are told where the tables are. Under a home that is closed to the account only the folder they
 * are started in is open to them, by this name.
 */
export function clusterPath(cluster: string, account: Account | undefined): string {
  if (!account || canEnter(account, cluster)) return cluster;
  if (process.platform === "linux") return "/proc/self/cwd";
  throw new Error(
    `The user that runs PostgreSQL may not enter ${cluster}. Start Doorbell as an ordinary user, or set DOORBELL_DATA_DIR to a folder that everybody may enter.`,
  );
}

function createCluster({ cluster, account, binaries, password }: Options): void {
  // Renamed when complete, so that what a crash leaves half made is never mistaken for a database.
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (account) chownSync(unfinished, account.uid, account.gid);

  withPasswordFile(password, account, (passwordFile) => {
    const settings = [
      "-U",
      "doorbell",
      "-A",
      "scram-sha-256",
      `--pwfile=${passwordFile}`,
      "-E",
      "UTF8",
      "--no-instructions",
    ];
    const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const { status, error, stdout, stderr } = spawnSync(
      binaries.initdb,
      ["-D", clusterPath(unfinished, account), ...settings, ...locale],
      {
        ...account,
        cwd: unfinished,
        encoding: "utf8",
        env: PROGRAM_ENVIRONMENT,
      },
    );
    if (status !== 0)
      throw new Error(`PostgreSQL could not create its files: ${error?.message ?? (stderr || stdout).trim()}`);
  });
  renameSync(unfinished, cluster);
}

/** Hands the password over in a file that is gone afterwards: a command line can be read by everybody. */
function withPasswordFile(password: string, account: Account | undefined, use: (file: string) => void): void {
  const directory = mkdtempSync(join(tmpdir(), "doorbell-"));
  try {
    const file = join(directory, "password");
    writeFileSync(file, password, { mode: 0o600 });
    if (account) giveTo(account, directory);
    use(file);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
