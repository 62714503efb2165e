import type { Socket } from "node:net";

/** What a statement is run with: an open socket, its time limit, and a note of how far it came. */
export type Session = {
  socket: Socket;
  timeoutMs: number;
  /** Only what was committed has happened; when the word of that is lost, it may have. */
  progress: { isCommitting: boolean };
};

/** An answer with its rows as lists, in the order of the names. */
export type DatabaseAnswer = { names: string[]; rows: unknown[][]; affected: number; insertId?: string };
