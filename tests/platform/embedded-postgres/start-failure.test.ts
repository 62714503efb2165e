import { expect, test } from "vitest";
import { startFailure } from "@/lib/platform/embedded-postgres/start-failure";

test.each([
  ["ENOSPC: no space left on device, write", "The disk that holds /data is full."],
  ['initdb: could not write to file "pg_wal": No space left on device', "The disk that holds /data is full."],
  ["EROFS: read-only file system, mkdir '/data'", "/data is on a disk that cannot be written."],
  ["EACCES: permission denied, mkdir '/data'", "This user may not use /data."],
])("%s is told as a sentence that says what to do", (message, sentence) => {
  const cause = new Error(message);
  const failure = startFailure(cause, "/data");
  expect(failure.message).toContain(sentence);
  expect(failure.cause).toBe(cause);
});

test("what is a sentence already stays as it is", () => {
  const failure = new Error("PostgreSQL did not start.");
  expect(startFailure(failure, "/data")).toBe(failure);
});
