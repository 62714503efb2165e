import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import next from "next";
import { HOOKS_PATH } from "@/lib/domain/deliveries/parse-hook-path";
import { type Runner, startRunner } from "@/lib/inngest/runner";
import { parseTrustedProxies } from "@/lib/platform/client-address";
import { closeDatabase, databaseUrl } from "@/lib/platform/db";
import { prepareDrain } from "@/lib/platform/drain-server";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/platform/embedded-postgres/start-embedded-postgres";
import { copyEnvironment, env, setDatabaseUrl } from "@/lib/platform/env";
import { announceRest } from "@/lib/platform/live";
import { log } from "@/lib/platform/log";
import { readMasterKeys } from "@/lib/platform/master-key";
import { applyMigrations, ensureDatabase } from "@/lib/platform/migrate";
import { originForm } from "@/lib/platform/origin-form";
import { publicUrl } from "@/lib/platform/public-url";
import { prepareRequest } from "@/lib/platform/security-headers";
import { parseAllowedTargets } from "@/lib/platform/send-request/guard/allowed-targets";
import { answerNodeRing } from "@/lib/services/answer-node-ring";
import { ensureOwner } from "@/lib/services/ensure-owner";
import { setupCode } from "@/lib/services/setup-code";
import { sweepAccounts } from "@/lib/services/sweep-accounts";
import { tidyEndpoints } from "@/lib/services/tidy-endpoints";
import { sweepDedupeKeys } from "@/lib/stores/dedupe-keys";
import { prepareLogDays } from "@/lib/stores/log-days";

/** A sender has this long to send its headers, and this long for all of its request. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 20_000;
const CHECK_TIMEOUTS_EVERY_MS = 2_000;
const HEADERS_BYTES_MAX = 16_384;
/** How long a stop waits for requests and steps that are under way. Many an operator's patience ends after 10 s. */
const DRAIN_MS = 8_000;
const TIDY_EVERY_MS = 3_600_000;

/** Undone in reverse when the server stops, however far it came. */
const stops: (() => Promise<unknown> | unknown)[] = [];
let isStopping = false;
let drainedAtMs = 0;

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(0));
start().catch((error: unknown) => {
  // What a stop takes away from a start that is under way is no news.
  if (isStopping) return;
  process.stderr.write(`\n  ${error instanceof Error ? error.message : String(error)}\n\n`);
  void stop(1);
});

async function start(): Promise<void> {
  // The heap may grow by half before it is tidied up. Left alone it grows fourfold, which saves hardly any time (see `npm run bench`).
  setFlagsFromString("--heap-growing-percent=60");
  copyEnvironment();
  const settings = env();
  // Read now, so that a mistake in them stops the start, and not a run or a request.
  parseAllowedTargets(settings.ALLOWED_TARGETS);
  parseTrustedProxies(settings.TRUSTED_PROXIES);
  readMasterKeys(settings);

  const database = settings.DATABASE_URL ? undefined : await startDatabase(settings.DOORBELL_DATA_DIR);
  await ensureDatabase(databaseUrl()).catch(explainDatabaseError);
  await applyMigrations(databaseUrl(), join(process.cwd(), "prisma/migrations"));
  stops.push(closeDatabase);
  stops.push(announceRest);
  await prepareLogDays();
  keepTidy();
  await ensureOwner();

  const runner = await startRunner({ isAlone: database !== undefined });
  stops.push(() => runner.stop(drainLeftMs()));
  await listen(runner);
  await greet(database);
}

async function startDatabase(dataDir: string): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ dataDir: join(dataDir, "postgres") });
  stops.push(database.stop);
  setDatabaseUrl(database.url);
  void database.exited.then(() => {
    if (isStopping) return;
    log.error("The embedded database ended by itself.", new Error("See postgres.log in the data directory."));
    void stop(1);
  });
  return database;
}

/** Only of a server of the operator's own: the embedded one has been seen to be ready. */
function explainDatabaseError(error: NodeJS.ErrnoException): never {
  throw new Error(`The database that DATABASE_URL names cannot be used: ${error.message || error.code}.`, {
    cause: error,
  });
}

/** Prepares the log's next days, and sweeps out what has run out. */
function keepTidy(): void {
  const timer = setInterval(() => {
    Promise.all([prepareLogDays(), sweepAccounts(), tidyEndpoints(), sweepDedupeKeys()]).catch((error: unknown) =>
      log.error("The hourly tidying failed.", error),
    );
  }, TIDY_EVERY_MS);
  stops.push(() => clearInterval(timer));
}

/** Owns the port: rings go straight to the door, everything else to Next. */
async function listen(runner: Runner): Promise<void> {
  const { PORT, NODE_ENV } = env();
  const isDevelopment = NODE_ENV === "development";
  const server = createServer({
    maxHeaderSize: HEADERS_BYTES_MAX,
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: CHECK_TIMEOUTS_EVERY_MS,
  });
  const drain = prepareDrain(server);
  // Next takes over requests that offer an upgrade, which only its development needs. Java's client offers one with
  // every request that it sends, so in production Next gets a server to listen to that nobody calls.
  const httpServer = isDevelopment ? server : createServer();
  const app = next({ dev: isDevelopment, port: PORT, httpServer, dir: process.cwd() });
  await app.prepare();
  const handle = app.getRequestHandler();

  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    request.url = originForm(request.url ?? "/");
    const isRing = request.url.startsWith(HOOKS_PATH);
    if (!isRing) drain.watch(response);
    const answered = isRing
      ? answerNodeRing(request, response, runner.dispatch)
      : handle(prepareRequest(request, response), response);
    answered.catch((error: unknown) => {
      log.error("A request was not answered.", error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explainListenError(error, PORT)));
    server.listen(PORT, resolve);
  });
  stops.push(() => app.close());
  stops.push(() => drain.stop(isDevelopment ? 0 : drainLeftMs()));
}

function explainListenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== "EADDRINUSE") return error;
  return new Error(`Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`, {
    cause: error,
  });
}

async function greet(database: EmbeddedPostgres | undefined): Promise<void> {
  const code = await setupCode();
  const lines = [
    `Doorbell is ready at ${publicUrl()}`,
    ...(code ? ["", `Make the first account there with this code: ${code}`] : []),
    "",
    database ? `Its data is in ${resolve(env().DOORBELL_DATA_DIR)}. Ctrl-C stops it.` : "Ctrl-C stops it.",
  ];
  process.stdout.write(`\n${lines.map((line) => `  ${line}`).join("\n")}\n\n`);
}

/** Lets what is under way come to its end, then ends. A second signal does not wait. */
async function stop(exitCode: number): Promise<void> {
  if (isStopping) process.exit(1);
  isStopping = true;
  drainedAtMs = Date.now() + DRAIN_MS;
  for (const undo of stops.reverse()) {
    try {
      await undo();
    } catch (error) {
      log.error("Something did not stop cleanly.", error);
    }
  }
  process.exit(exitCode);
}

/** What comes last gets a moment, too. */
function drainLeftMs(): number {
  return Math.max(1_000, drainedAtMs - Date.now());
}
