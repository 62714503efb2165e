import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Inngest, InngestFunction } from "inngest";

/** What functions did, in the order they did it. */
export type Journal = { note: (what: string, detail?: unknown) => void; of: (what: string) => unknown[] };

/** How a run ended, as the engine announced it. */
export type Ended = {
  functionId: string;
  event: { id: string; data: Record<string, unknown> };
  result?: unknown;
  error?: unknown;
};

/** Where a scenario plays, on whatever engine. */
export type Stage = {
  client: Inngest;
  journal: Journal;
  /** Unlike any other play's, so that plays do not meet. */
  key: string;
  /** The ends of runs that began with this play's key in their event, of one function. */
  ended: (functionId: string) => Ended[];
  /** Waits for something to be there. */
  until: <Value>(look: () => Value | undefined | false) => Promise<Value>;
};

export type Scenario = {
  /** What is guaranteed. */
  name: string;
  functions: (stage: Omit<Stage, "key" | "ended">) => InngestFunction.Any[];
  play: (stage: Stage) => Promise<void>;
};

/** Sends an event of a play and waits for the run that it begins to end. */
export async function runToEnd(stage: Stage, name: string, data: Record<string, unknown> = {}): Promise<Ended> {
  await stage.client.send({ name: `test/${name}`, data: { ...data, key: stage.key } });
  return stage.until(() => stage.ended(name).at(-1));
}

const PATIENCE_MS = 25_000;

/** What all scenarios share on one engine, and a function that hears how runs end. */
export function setStage(client: Inngest) {
  const notes: { what: string; detail: unknown }[] = [];
  const ends: Ended[] = [];
  const journal: Journal = {
    note: (what, detail) => notes.push({ what, detail }),
    of: (what) => notes.filter((note) => note.what === what).map(({ detail }) => detail),
  };
  const listener = client.createFunction(
    { id: "listener", triggers: [{ event: "inngest/function.finished" }] },
    async ({ event }) => {
      const { function_id, event: began, result, error } = event.data;
      ends.push({ functionId: function_id.slice(`${client.id}-`.length), event: began, result, error });
    },
  );
  const shared = { client, journal, until };
  return {
    shared,
    listener,
    begin: (): Stage => {
      const key = randomUUID();
      const isOurs = (end: Ended) => end.event.data["key"] === key;
      return { ...shared, key, ended: (id) => ends.filter((end) => end.functionId === id && isOurs(end)) };
    },
  };
}

async function until<Value>(look: () => Value | undefined | false): Promise<Value> {
  const deadlineMs = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadlineMs) throw new Error(`Nothing came of it within ${PATIENCE_MS} ms: ${look}`);
    await pause(20);
  }
}
