/** What a caller can have done wrong, and the HTTP status that says so. The codes are part of the API and never change. */
export const ERROR_STATUSES = {
  invalid_input: 400,
  malformed_body: 400,
  unauthenticated: 401,
  not_verified: 401,
  wrong_password: 401,
  forbidden: 403,
  address_not_allowed: 403,
  https_required: 403,
  not_found: 404,
  unknown_endpoint: 404,
  method_not_allowed: 405,
  conflict: 409,
  stale_revision: 409,
  already_set_up: 409,
  too_large: 413,
  unsupported_type: 415,
  schema_mismatch: 422,
  not_publishable: 422,
  rate_limited: 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUSES;

type Extra = {
  cause?: unknown;
  /** Where in the input the trouble is, for a form to show beside the field. */
  problems?: { path: string; message: string }[];
  retryAfterSeconds?: number;
};

/** A refusal that the caller can do something about. The message is for the person: a sentence, without jargon. */
export class DoorbellError extends Error {
  override name = "DoorbellError" as const;
  readonly code: ErrorCode;
  readonly problems: { path: string; message: string }[];
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, extra: Extra = {}) {
    super(message, { cause: extra.cause });
    this.code = code;
    this.problems = extra.problems ?? [];
    this.retryAfterSeconds = extra.retryAfterSeconds;
  }

  get status(): number {
    return ERROR_STATUSES[this.code];
  }
}
