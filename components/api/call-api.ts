export type ApiProblem = { path: string; message: string };

/** What came of a call: a value, or why not in a sentence for the person. */
export type ApiResult<Value> =
  | { ok: true; value: Value }
  | { ok: false; error: string; code: string; problems: ApiProblem[] };

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Calls Doorbell's API as whoever is signed in. Never throws: without a connection the code is `offline`, and an
 * answer that is no JSON has the code `unreadable`.
 */
export async function callApi<Value>(method: Method, path: string, body?: unknown): Promise<ApiResult<Value>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    return refusal("offline", "Doorbell cannot be reached. Check your connection and try again.");
  }
  const answer = await readJson(response);
  // The API is ours, and its answers are tested against their types.
  if (response.ok && answer !== undefined) return { ok: true, value: answer as Value };
  return toRefusal(answer, response.status);
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => "");
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toRefusal<Value>(answer: unknown, status: number): ApiResult<Value> {
  if (typeof answer !== "object" || answer === null || !("error" in answer) || !("code" in answer)) {
    return refusal("unreadable", `Something went wrong (${status}). Try again in a moment.`);
  }
  const problems = "problems" in answer && Array.isArray(answer.problems) ? answer.problems.filter(isProblem) : [];
  return { ok: false, error: String(answer.error), code: String(answer.code), problems };
}

function isProblem(value: unknown): value is ApiProblem {
  return typeof value === "object" && value !== null && "path" in value && "message" in value;
}

function refusal(code: string, error: string): ApiResult<never> {
  return { ok: false, error, code, problems: [] };
}
