import { startTestPostgres } from "./postgres";

/** Starts one PostgreSQL for the whole run. Its address goes by environment variable, which every worker inherits. */
export async function setup(): Promise<() => Promise<void>> {
  const { url, stop } = await startTestPostgres();
  process.env["TEST_POSTGRES_URL"] = url;
  return stop;
}
