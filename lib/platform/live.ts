import pg from "pg";
import { databaseUrl, pool } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

/** Something that changed in a workspace, told to whoever has it on screen; `queued`, for the engine; `reply`, for the door. Ids and words only. */
export type LiveEvent = {
  workspaceId: string;
  kind: "delivery" | "run" | "approval" | "queued" | "reply";
  data: Record<string, string>;
};

const CHANNEL = "doorbell_live";
/** What happens within this time is told together. */
const GATHER_MS = 100;
/** A notification holds 8,000 bytes. Of a flood, the first events are told; a screen reads the rest by itself. */
const EVENTS_MAX = 30;
const RECONNECT_MS = 1_000;
const CONNECT_TIMEOUT_MS = 5_000;

let gathered: LiveEvent[] = [];
let timer: NodeJS.Timeout | undefined;

/** Tells every process, soon. It never fails and never waits: a screen that misses it is only late. */
export function announce(event: LiveEvent): void {
  if (gathered.length === EVENTS_MAX) return;
  gathered.push(event);
  if (gathered.length === 1) timer = setTimeout(tell, GATHER_MS).unref();
}

/** Tells what has been gathered now, before the database is closed. */
export async function announceRest(): Promise<void> {
  clearTimeout(timer);
  if (gathered.length > 0) await tell();
}

function tell(): Promise<unknown> {
  const events = gathered;
  gathered = [];
  return pool()
    .query({ name: "announce", text: "SELECT pg_notify($1, $2)", values: [CHANNEL, JSON.stringify(events)] })
    .catch((error: Error) => log.warn("Live events could not be told.", { reason: error.message }));
}

type Listener = (event: LiveEvent) => void;
const listeners = new Set<Listener>();
let connection: pg.Client | undefined;

/** Hears of every change from now on, until the returned function is called. All listeners share one connection. */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  if (!connection) connect();
  return function stop() {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    void connection?.end();
    connection = undefined;
  };
}

function connect(): void {
  const client = new pg.Client({
    connectionString: databaseUrl(),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: "doorbell live",
  });
  connection = client;
  client.on("notification", ({ payload }) => {
    const events: LiveEvent[] = JSON.parse(payload ?? "[]");
    for (const event of events) for (const listener of listeners) listener(event);
  });
  client.on("error", () => reconnect(client));
  client.on("end", () => reconnect(client));
  client
    .connect()
    .then(() => client.query(`LISTEN ${CHANNEL}`))
    .catch(() => reconnect(client));
}

function reconnect(lost: pg.Client): void {
  if (connection !== lost) return;
  connection = undefined;
  setTimeout(() => {
    if (listeners.size > 0 && !connection) connect();
  }, RECONNECT_MS).unref();
}
