import { expect, test } from "vitest";
import { startDeadline } from "@/lib/platform/send-request/deadline";

test("aborts with a TimeoutError when the time is up", async () => {
  const { signal } = startDeadline(5);
  await new Promise((resolve) => signal.addEventListener("abort", resolve));
  expect(signal.reason).toMatchObject({ name: "TimeoutError" });
});

test("aborts with an AbortError when somebody cancels, before or after the start", () => {
  const later = new AbortController();
  const deadline = startDeadline(10_000, later.signal);
  later.abort();
  expect(deadline.signal.reason).toMatchObject({ name: "AbortError" });
  deadline.clear();

  const before = startDeadline(10_000, AbortSignal.abort());
  expect(before.signal.reason).toMatchObject({ name: "AbortError" });
  before.clear();
});

test("a month is not taken for nothing", async () => {
  const deadline = startDeadline(30 * 86_400_000);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(deadline.signal.aborted).toBe(false);
  deadline.clear();
});
