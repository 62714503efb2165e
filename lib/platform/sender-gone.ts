/** Thrown when a sender breaks off in the middle of a body: nobody is left to answer. */
export class SenderGoneError extends Error {
  override name = "SenderGoneError" as const;
}
