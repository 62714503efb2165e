import { unstable_rethrow } from "next/navigation";
import { DoorbellError } from "@/lib/domain/errors";
import { writeJson } from "@/lib/domain/json/write-json";
import { isDatabaseAway } from "@/lib/platform/database-away";
import { log } from "@/lib/platform/log";

const RETRY_AFTER_SECONDS = 5;

/** A handler's value as JSON; 204 without one. A response of its own passes as it is. */
export function answer(value: unknown, status = 200): Response {
  if (value instanceof Response) return value;
  if (value === undefined) return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
  return new Response(writeJson(value), {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}

/** What was thrown, as an answer. Only a refusal tells its reason; a bug is logged, and nothing of it is told. */
export function refuse(error: unknown, request: Request): Response {
  // Next's own signals, such as those of `redirect`, are not errors.
  unstable_rethrow(error);
  if (error instanceof DoorbellError) return refusal(error);

  const facts = { method: request.method, path: new URL(request.url).pathname };
  if (isDatabaseAway(error)) {
    log.error("The database could not be reached.", error, facts);
    return refusal(
      new DoorbellError("unavailable", "Doorbell cannot reach its database right now. Try again in a moment.", {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      }),
    );
  }
  log.error("A request failed.", error, facts);
  return Response.json(
    { error: "Something went wrong on our side. It has been logged.", code: "internal" },
    { status: 500, headers: { "cache-control": "no-store" } },
  );
}

function refusal({ message, code, status, problems, retryAfterSeconds }: DoorbellError): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds));
  if (code === "unauthenticated") headers.set("www-authenticate", 'Bearer realm="Doorbell"');
  return Response.json({ error: message, code, ...(problems.length > 0 ? { problems } : {}) }, { status, headers });
}
