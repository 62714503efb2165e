import type { Socket } from "node:net";
import type { PlannedQuery } from "@/lib/domain/runs/effect";
import { databaseRefusal } from "@/lib/platform/database-query/database-refusal";
import { type Gathered, gatherRows } from "@/lib/platform/database-query/gather-rows";
import { AnswerTooLarge, limitAnswer } from "@/lib/platform/database-query/limit-answer";
import { queryMysql } from "@/lib/platform/database-query/mysql";
import { queryPostgresql } from "@/lib/platform/database-query/postgresql";
import { startDeadline } from "@/lib/platform/send-request/deadline";
import { describeFailure } from "@/lib/platform/send-request/failure";
import { guardedSocket, letGo, type SocketOptions } from "@/lib/platform/send-request/guard/guarded-socket";
import type { Unanswered } from "@/lib/platform/send-request/outcome";

/** How a statement ended. Unless it was `answered`, it changed nothing, but for a `failed` one with `sent`: who knows. */
export type QueryEnd =
  | ({ kind: "answered"; insertId?: string } & Gathered)
  | { kind: "refused"; message: string; isWorthRetrying: boolean }
  | Unanswered;

type Options = Omit<SocketOptions, "signal"> & {
  /** For everything together: name, connection, sign-in, the statement and its rows. */
  timeoutMs: number;
};

/**
 * Runs one statement in a transaction of its own at a database at a public or allowed address. Its values travel apart from
 * it. Whatever the database does is an end.
 */
export async function queryDatabase(query: PlannedQuery, { timeoutMs, ...options }: Options): Promise<QueryEnd> {
  const { server, dialect } = query;
  const deadline = startDeadline(timeoutMs);
  const progress = { isCommitting: false };
  let socket: Socket | undefined;
  try {
    socket = await guardedSocket(server, { ...options, signal: deadline.signal });
    const session = { socket, timeoutMs, progress };
    const asked = dialect === "postgresql" ? queryPostgresql(query, session) : queryMysql(query, session);
    const { insertId, affected, ...answer } = await Promise.race([asked, limitAnswer(socket), ended(deadline.signal)]);
    return { kind: "answered", ...gatherRows(answer, affected), ...(insertId !== undefined && { insertId }) };
  } catch (error) {
    const { host } = server;
    const reason = deadline.signal.aborted ? deadline.signal.reason : error;
    const circumstances = { host, sent: progress.isCommitting, timeoutMs, tlsAdvice: TLS_ADVICE };
    return (
      databaseRefusal(reason, host) ??
      (reason instanceof AnswerTooLarge ? tooLarge(host) : describeFailure(reason, circumstances))
    );
  } finally {
    if (socket) letGo(socket);
    deadline.clear();
  }
}

const TLS_ADVICE = "Is this the right port, and does the database offer TLS?";

function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function tooLarge(host: string): QueryEnd {
  const message = `${host} answered with more than 8 MB. Ask for fewer rows or columns.`;
  return { kind: "refused", message, isWorthRetrying: false };
}
