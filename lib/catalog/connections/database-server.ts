import type { Credentials } from "@/lib/catalog/connections/define-connection";
import type { DatabaseServer } from "@/lib/domain/runs/effect";
import { parseServerUrl } from "@/lib/domain/server-url";

/** The server that a database connection leads to, by its whole address or by its parts. */
export function databaseServerOf(credentials: Credentials, usualPort: number): DatabaseServer {
  const { url = "", host = "", port = "", database = "", user = "", password = "", authorities = "" } = credentials;
  const isEncrypted = credentials["encryption"] !== "none";
  const parsed = parseServerUrl(url);
  if (!parsed) return { host, port: Number(port) || usualPort, database, user, password, isEncrypted, authorities };
  const { sslmode, "ssl-mode": sslMode } = parsed.options;
  return {
    host: parsed.host,
    port: parsed.port ?? usualPort,
    database: parsed.path,
    user: parsed.user,
    password: parsed.password,
    isEncrypted: isEncrypted && !/^disabled?$/i.test(sslmode ?? sslMode ?? ""),
    authorities,
  };
}
