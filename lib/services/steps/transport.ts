import type { AttemptEnd } from "@/lib/domain/runs/judge-attempt";
import type { AttemptStatus, LoggedRequest, LoggedResponse } from "@/lib/domain/runs/run";

/** How one try to reach the outside ended. */
export type Sent = {
  status: Extract<AttemptStatus, "succeeded" | "failed" | "blocked" | "unknown">;
  /** What decides whether to try again. */
  end: AttemptEnd;
  /** What later steps see of it. */
  output: unknown;
  response: LoggedResponse | null;
  /** What went wrong, in a sentence; null when nothing did. */
  message: string | null;
};

/** A way to the outside for one step: what the log keeps of it, and the sending itself. Sending never throws. */
export type Transport = {
  logged: LoggedRequest;
  /** Whom it asks, as a host with its port; null when it asks nobody. */
  destination: string | null;
  send: (options: { idempotencyKey: string; timeoutMs: number }) => Promise<Sent>;
};

/** How much text of a request or an answer the log keeps, in characters. */
export const LOGGED_TEXT_MAX = 16_384;
