import { spawnSync } from "node:child_process";
import { chownSync, lchownSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export type Account = { uid: number; gid: number };

/**
 * Whom the server runs as: undefined is the present user. PostgreSQL refuses root, so root hands over to whoever owns the
 * data already, else to `postgres`, else to `nobody`.
 */
export function serverAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return accountNamed("postgres") ?? accountNamed("nobody") ?? { uid: 65_534, gid: 65_534 };
}

/** Gives a folder and all in it to the account. */
export function giveTo(account: Account, directory: string): void {
  chownSync(directory, account.uid, account.gid);
  for (const entry of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
    lchownSync(join(directory, entry), account.uid, account.gid);
  }
}

/** Whether the account may enter the folder, whose parents may be closed to it. */
export function canEnter(account: Account, directory: string): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', directory], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

function accountNamed(name: string): Account | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout?.trim()),
  );
  return uid && gid ? { uid, gid } : undefined;
}
