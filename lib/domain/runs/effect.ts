/** A request to the outside, as a node describes it. The engine adds the Idempotency-Key and sends it. */
export type PlannedRequest = {
  method: string;
  url: string;
  headers: { name: string; value: string }[];
  body: string;
};

/** What a node wants done. The engine performs it, durably; nothing else does. */
export type Effect =
  /** Go on by this port, with this output. */
  | { kind: "leave"; port: string; output: unknown }
  /** Send this request; leave by `out` with the answer, or by `error`. */
  | { kind: "request"; request: PlannedRequest };
