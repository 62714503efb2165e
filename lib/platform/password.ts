import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { DoorbellError } from "@/lib/domain/errors";

/** https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html: 128 MB and some 0.3 s each. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const HASH_BYTES = 32;
const SALT_BYTES = 16;
/** Each needs 128 MB: more at once could exhaust a small machine. */
const AT_ONCE_MAX = 2;
/** So many wait for a few seconds. Who comes later is told so, and does not wait in vain. */
const WAITING_MAX = 16;

let running = 0;
const waiting: (() => void)[] = [];

/** Hashes a password for keeping. The text names the algorithm, its cost and the salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, COST);
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/**
 * Whether a password is the one that was hashed. Without a hash it is not, and that takes as long, so that the time
 * does not tell whether there is such a user.
 */
export async function verifyPassword(password: string, kept: string | undefined): Promise<boolean> {
  const { salt, hash, cost } = kept === undefined ? nobody : parse(kept);
  const isSame = timingSafeEqual(await derive(password, salt, cost), hash);
  return isSame && kept !== undefined;
}

type Kept = { cost: typeof COST; salt: Buffer; hash: Buffer };

const nobody: Kept = { cost: COST, salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) };

function parse(kept: string): Kept {
  const [algorithm, N, r, p, salt = "", hash = ""] = kept.split("$");
  if (algorithm !== "scrypt") throw new Error("A password is kept in a form that is not known here.");
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    hash: Buffer.from(hash, "base64url"),
  };
}

async function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  await takeTurn();
  try {
    // Keyboards differ in how they write the same accented letter.
    return await scryptAsync(password.normalize("NFKC"), salt, { ...cost, maxmem: 256 * cost.N * cost.r });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function scryptAsync(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, HASH_BYTES, options, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}

async function takeTurn(): Promise<void> {
  if (running >= AT_ONCE_MAX) {
    if (waiting.length >= WAITING_MAX) {
      throw new DoorbellError("unavailable", "Too many people are signing in. Try again in a moment.", {
        retryAfterSeconds: 10,
      });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
}
