import { hideStandIns } from "@/lib/catalog/connections/stand-in";
import { storableText } from "@/lib/domain/deliveries/storable-text";
import type { PlannedQuery } from "@/lib/domain/runs/effect";
import type { LoggedRequest } from "@/lib/domain/runs/run";
import { type QueryEnd, queryDatabase } from "@/lib/platform/database-query/query-database";
import { LOGGED_TEXT_MAX, type Sent, type Transport } from "@/lib/services/steps/transport";

type Hide = (text: string) => string;

/** Runs a statement at a database. `logged` is the same, planned without secrets; `hide` takes away those that it repeats. */
export function queryTransport(query: PlannedQuery, logged: PlannedQuery, hide: Hide): Transport {
  return {
    logged: loggedQuery(query.server, logged),
    destination: `${query.server.host}:${query.server.port}`,
    send: async ({ timeoutMs }) => toSent(await queryDatabase(query, { timeoutMs }), hide),
  };
}

function toSent(end: QueryEnd, hide: Hide): Sent {
  if (end.kind === "answered") {
    const { kind: _, ...output } = end;
    return { status: "succeeded", end: { kind: "done" }, output, response: null, message: null };
  }
  const message = hide(end.kind === "blocked" ? `Blocked: ${end.message}` : end.message);
  const failed = { end, output: { error: message }, response: null, message };
  if (end.kind === "blocked") return { ...failed, status: "blocked" };
  return { ...failed, status: end.kind === "failed" && end.sent ? "unknown" : "failed" };
}

/** Where a database is, and what it is called, is no secret: lists of connections show it, too. */
function loggedQuery(
  { host, port, database }: PlannedQuery["server"],
  { dialect, statement, values }: PlannedQuery,
): LoggedRequest {
  const lines = values.map((value, index) => `${index + 1}: ${value === null ? "NULL" : JSON.stringify(value)}`);
  const text = lines.length === 0 ? statement : `${statement}\n\n${lines.join("\n")}`;
  return {
    method: "QUERY",
    url: `${dialect}://${host}:${port}/${database}`,
    headers: [],
    body: storableText(hideStandIns(text), LOGGED_TEXT_MAX),
  };
}
