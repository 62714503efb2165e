import type { MailAddress } from "@/lib/domain/mail/mail-address";
import type { Dialect } from "@/lib/domain/queries/count-places";

/** A request to the outside, as a node describes it. The engine adds the Idempotency-Key and sends it. */
export type PlannedRequest = {
  method: string;
  url: string;
  headers: { name: string; value: string }[];
  body: string;
};

/** What has to be done to a request at the moment it leaves, since it takes a clock, a key or an answer. */
export type Authorization =
  /** Signed as https://www.standardwebhooks.com says, once with each secret. */
  | { kind: "standard-webhooks"; secrets: string[] }
  /** AWS Signature Version 4. */
  | { kind: "aws-v4"; accessKeyId: string; secretAccessKey: string; region: string; service: string }
  /** A token is asked for first; its answer's `access_token` is shown as a bearer's, or by itself in a header of this name. */
  | { kind: "token"; request: PlannedRequest; header?: string }
  /** The same with an assertion that a Google service account signs (RFC 7523), and that is sent to `tokenUrl`. */
  | { kind: "google"; email: string; privateKey: string; scope: string; tokenUrl: string };

/** An answer as a node reads it: names of headers in lower case, JSON parsed. */
export type Answer = { status: number; headers: Record<string, string>; body: unknown };

/** What an answer with a good status says: what the node gives, or that it was a failure all the same. */
export type Reading = { ok: true; output: unknown } | { ok: false; message: string; isWorthRetrying?: boolean };

export type RequestEffect = {
  kind: "request";
  request: PlannedRequest;
  authorization?: Authorization | undefined;
  read?: (answer: Answer) => Reading;
  /** How many seconds a refusal asks to wait, for services that do not say it in `Retry-After`. */
  pauseIn?: (refusal: Answer) => number | undefined;
};

/** A mail server, reached over SMTP. With `starttls` nothing is sent before TLS is on; `if-offered` takes what there is. */
export type MailServer = {
  host: string;
  port: number;
  encryption: "tls" | "starttls" | "if-offered" | "none";
  user: string;
  password: string;
  /** By whom its certificate may be signed, as PEM, in place of the usual authorities; empty for those. */
  authorities: string;
};

export type PlannedMail = {
  /** Null for the one that Doorbell itself was given, and its sender. */
  sender: { server: MailServer; from: MailAddress } | null;
  to: MailAddress[];
  cc: MailAddress[];
  replyTo: MailAddress[];
  subject: string;
  text: string;
  /** Empty without. */
  html: string;
};

export type DatabaseServer = {
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
  /** Whether it is reached over TLS, whose certificate is then verified. */
  isEncrypted: boolean;
  /** By whom its certificate may be signed, as PEM, in place of the usual authorities; empty for those. */
  authorities: string;
};

/** A statement with its values apart from its text. */
export type PlannedQuery = {
  dialect: Dialect;
  server: DatabaseServer;
  statement: string;
  values: QueryValue[];
};

/** A value on its way into a database: text, or nothing. */
export type QueryValue = string | null;

/** A change to the workspace's stored values; what it gives is the value after it. */
export type StoreChange =
  | { operation: "get"; key: string; fallback: unknown }
  | { operation: "set"; key: string; value: unknown }
  | { operation: "increment"; key: string; by: number }
  | { operation: "append"; key: string; value: unknown; itemsMax: number };

/** What a run may wait for that somebody else does. */
export type Awaited =
  /** A delivery at an endpoint, in which the value at a path is this one. */
  | { kind: "delivery"; endpointId: string; eventTypes: string[]; path: string; equals: string }
  /** A person's yes or no. */
  | { kind: "approval"; question: string };

export type PlannedReply = { status: number; contentType: string; body: string };

/** What a node wants done. The engine performs it, durably; nothing else does. */
export type Effect =
  /** Go on by this port, with this output; null ends the branch here. */
  | { kind: "leave"; port: string | null; output: unknown }
  /** Fail for good, for this reason. */
  | { kind: "fail"; message: string; output: unknown }
  /** Send it; leave by `out` with what came back, or by `error`. */
  | RequestEffect
  | { kind: "mail"; mail: PlannedMail }
  | { kind: "query"; query: PlannedQuery }
  /** Run this JavaScript with this input, in a sandbox. */
  | { kind: "code"; source: string; input: unknown }
  | { kind: "store"; change: StoreChange }
  /** Answer the sender, who waits. */
  | { kind: "reply"; reply: PlannedReply }
  /** Go on at this moment, in ms since 1970, by `out`. */
  | { kind: "sleep"; untilMs: number }
  /** Wait for somebody, at most so long; leave by the port that the outcome names, or by `timeout`. */
  | { kind: "wait"; awaited: Awaited; timeoutMs: number }
  /** Run another workflow with this as what rang, and wait for its end. */
  | { kind: "run-workflow"; workflowId: string; input: unknown }
  /** Run what hangs on the port `item` once for each of these, and leave by `done` with what each gave. */
  | { kind: "for-each"; items: unknown[] };
