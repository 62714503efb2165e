import { setTimeout as pause } from "node:timers/promises";
import { DoorbellError } from "@/lib/domain/errors";
import { open, seal } from "@/lib/platform/cipher";
import { env } from "@/lib/platform/env";
import { keyIdOf, newestKey, readRing } from "@/lib/platform/key-ring";
import { log } from "@/lib/platform/log";
import { addMasterKey, removeMasterKeys } from "@/lib/platform/master-key";
import {
  isKeyInUse,
  listSealedOtherwise,
  replaceSealed,
  type SealedValue,
  sealedColumns,
  withSealingLock,
} from "@/lib/stores/sealed-values";

/**
 * How long something that was sealed with the old key may still be on its way to the database: a connection is waited for
 * and a statement may take 30 s.
 */
const SETTLE_MS = 35_000;

/** What became of a rotation. */
export type MasterKeyRotation = {
  /** Where the keys are kept, and so who has to change them. */
  keptIn: "environment" | "file";
  resealed: number;
  /** Values that none of the keys opens. They are left as they are. */
  unreadable: number;
  /** Whether some value still needs an old key. */
  needsOldKeys: boolean;
};

/**
 * Seals everything with a new master key, while Doorbell runs. A key in the data directory is made here, and the old one
 * taken away once nothing needs it; in the environment, the operator has put the new one first. What was cut short goes on
 * where it stopped. Refuses when there is only one key in the environment, or when somebody else does the same.
 */
export async function rotateMasterKey({ settleMs = SETTLE_MS } = {}): Promise<MasterKeyRotation> {
  const settings = env();
  const keptIn = settings.DOORBELL_MASTER_KEY ? "environment" : "file";
  const rotation = await withSealingLock(async (): Promise<MasterKeyRotation> => {
    if (readRing().length === 1) {
      if (keptIn === "environment") throw new DoorbellError("conflict", ADVICE);
      addMasterKey(settings);
    }
    const first = await resealAll();
    await pause(settleMs);
    const second = await resealAll();
    const obsolete = await findObsoleteKeys();
    if (keptIn === "file") removeMasterKeys(settings, (key) => obsolete.has(nameOf(keyIdOf(key))));
    const needsOldKeys = readRing().some(({ id }, at) => at > 0 && !obsolete.has(nameOf(id)));
    return { keptIn, resealed: first.resealed + second.resealed, unreadable: second.unreadable, needsOldKeys };
  });
  if (!rotation) throw new DoorbellError("conflict", "Somebody else is rotating the master key right now.");
  return rotation;
}

const ADVICE =
  "The master key comes from DOORBELL_MASTER_KEY. Put a new one first, as in DOORBELL_MASTER_KEY=new,old (`openssl rand -hex 32` makes one), start every process anew, and run this again.";

type Resealing = { resealed: number; unreadable: number };

async function resealAll(): Promise<Resealing> {
  const total = { resealed: 0, unreadable: 0 };
  for (const column of sealedColumns) {
    let batch = await listSealedOtherwise(column, newestKey().id);
    while (batch.length > 0) {
      const fresh = batch.flatMap(sealAnew);
      total.resealed += await replaceSealed(column, fresh);
      total.unreadable += batch.length - fresh.length;
      batch = await listSealedOtherwise(column, newestKey().id, batch.at(-1)?.uuid);
    }
  }
  return total;
}

/** None for a value that does not open: it must not keep the others from being sealed anew. */
function sealAnew(value: SealedValue): (SealedValue & { fresh: Uint8Array })[] {
  try {
    return [{ ...value, fresh: seal(open(value.sealed, value.boundTo), value.boundTo) }];
  } catch (error) {
    log.error("A sealed value cannot be opened.", error, { id: value.boundTo.id });
    return [];
  }
}

/** The names of the older keys that nothing is sealed with any more. */
async function findObsoleteKeys(): Promise<Set<string>> {
  const [, ...older] = readRing();
  const names = new Set<string>();
  for (const { id } of older) if (!(await isKeyInUse(id))) names.add(nameOf(id));
  return names;
}

function nameOf(keyId: Buffer): string {
  return keyId.toString("hex");
}
