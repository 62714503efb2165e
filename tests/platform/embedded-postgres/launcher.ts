import { startEmbeddedPostgres } from "@/lib/platform/embedded-postgres/start-embedded-postgres";

// A launcher to kill: prints the address, then stays until it is. Ignores Ctrl-C, to show that the server never sees it.
const dataDir = process.argv[2] ?? "";
process.on("SIGINT", () => {});
const { url, exited } = await startEmbeddedPostgres({ dataDir });
process.stdout.write(`${url}\n`);
await exited;
