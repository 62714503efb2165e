export type Header = { name: string; value: string };

export type OutboundRequest = {
  method: string;
  url: string;
  headers: Header[];
  body?: string | Uint8Array;
  /** For everything together: name, connection, redirects and the whole answer. */
  timeoutMs: number;
};

export type FailureReason =
  | "dns"
  | "refused"
  | "tls"
  | "timeout"
  | "reset"
  | "too_many_redirects"
  | "bad_url"
  | "other";

/** How a request ended. Messages are sentences for people and never hold a path or query, which can be secret. */
export type End =
  | {
      kind: "answered";
      status: number;
      /** Names in lower case. `content-encoding` is as it came, although the body is decoded. */
      headers: Header[];
      body: Uint8Array;
      /** Whether the answer went on after `body`. */
      isBodyCut: boolean;
      /** What the answer asks for, at most 24 hours. */
      retryAfterMs?: number;
      /** Where the answer came from, after redirects. It can hold a secret, as webhook addresses do. */
      url: string;
    }
  /** The address is not allowed: nothing was sent to it. A redirect to it was answered by an allowed one before. */
  | { kind: "blocked"; message: string }
  /** `sent`: a target may have seen the request. */
  | { kind: "failed"; reason: FailureReason; sent: boolean; message: string };

export type Unanswered = Exclude<End, { kind: "answered" }>;

export type Outcome = End & { durationMs: number };
