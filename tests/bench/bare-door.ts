import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";

/**
 * The yardstick: a process that does the least a door can do which keeps what arrives, and each event once. It checks a
 * GitHub signature over the raw bytes, writes headers and bytes with whatever arrives at the same time, lets a unique
 * index tell repeats, and answers once that is on disk.
 */
process.once("message", async ({ databaseUrl, secret }: { databaseUrl: string; secret: string }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: IN_FLIGHT_MAX });
  await pool.query(CREATE);
  const store = createStore(pool);

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
      const expected = Buffer.from(`sha256=${createHmac("sha256", secret).update(body).digest("hex")}`);
      const signature = Buffer.from(String(request.headers["x-hub-signature-256"]));
      const isProven = signature.length === expected.length && timingSafeEqual(signature, expected);
      const id = randomUUID();
      const eventId = String(request.headers["x-github-delivery"]);
      if (isProven) await store({ id, eventId, headers: JSON.stringify(request.rawHeaders), body });
      const answer = JSON.stringify({ delivery: id });
      response.writeHead(isProven ? 202 : 401, {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(answer),
      });
      response.end(answer);
    });
  });
  server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
});

const BATCH_SIZE_MAX = 500;
const IN_FLIGHT_MAX = 2;

const CREATE = `
CREATE TABLE bare (id uuid PRIMARY KEY, received_at timestamptz, event_id text UNIQUE, headers json, body bytea)`;

type Row = { id: string; eventId: string; headers: string; body: Buffer };

/** Stores rows, those that wait at the same time in one statement. A batch leaves when a connection is free. */
function createStore(pool: pg.Pool): (row: Row) => Promise<void> {
  const waiting: { row: Row; resolve: () => void; reject: (error: unknown) => void }[] = [];
  let inFlight = 0;

  async function flush(): Promise<void> {
    if (inFlight === IN_FLIGHT_MAX || waiting.length === 0) return;
    inFlight += 1;
    const batch = waiting.splice(0, BATCH_SIZE_MAX);
    try {
      await insert(
        pool,
        batch.map(({ row }) => row),
      );
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    inFlight -= 1;
    void flush();
  }

  return (row) =>
    new Promise((resolve, reject) => {
      waiting.push({ row, resolve, reject });
      if (waiting.length === 1) setImmediate(flush);
    });
}

/** The bodies go as one parameter of bytes, which is the cheapest way there is. */
function insert(pool: pg.Pool, rows: Row[]): Promise<unknown> {
  return pool.query({
    name: "insert",
    text: `INSERT INTO bare (id, received_at, event_id, headers, body)
      SELECT id, now(), event_id, headers,
        substring($5::bytea FROM (sum(bytes) OVER (ROWS UNBOUNDED PRECEDING) - bytes + 1)::int FOR bytes)
      FROM unnest($1::uuid[], $2::text[], $3::json[], $4::int[]) AS row(id, event_id, headers, bytes)
      ON CONFLICT (event_id) DO NOTHING`,
    values: [
      rows.map(({ id }) => id),
      rows.map(({ eventId }) => eventId),
      rows.map(({ headers }) => headers),
      rows.map(({ body }) => body.length),
      Buffer.concat(rows.map(({ body }) => body)),
    ],
  });
}
