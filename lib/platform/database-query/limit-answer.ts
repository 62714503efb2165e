import type { Socket } from "node:net";

const ANSWER_BYTES_MAX = 8 * 1_024 * 1_024;
const LOOK_MS = 50;

/** A database sends more than is kept in memory. */
export class AnswerTooLarge extends Error {
  override name = "AnswerTooLarge" as const;
}

/** Ends a socket over which too much comes in; the promise rejects then, and is never kept otherwise. */
export function limitAnswer(socket: Socket): Promise<never> {
  return new Promise((_, reject) => {
    const look = setInterval(() => {
      if (socket.bytesRead <= ANSWER_BYTES_MAX) return;
      reject(new AnswerTooLarge("The answer is too large."));
      socket.destroy();
    }, LOOK_MS);
    socket.once("close", () => clearInterval(look));
  });
}
