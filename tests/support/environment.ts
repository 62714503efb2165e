import { databaseUrl } from "@/lib/platform/db";
import { setDatabaseUrl } from "@/lib/platform/env";

/** Changes settings of this process, once a test database is provided; undefined takes one away. */
export function changeEnvironment(variables: Record<string, string | undefined>): void {
  const url = databaseUrl();
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  // Makes the settings be read anew.
  setDatabaseUrl(url);
}
