/** The longest pause that a timer can hold; a longer one would fire at once. */
const TIMER_MS_MAX = 2 ** 31 - 1;

export type Deadline = { signal: AbortSignal; clear: () => void };

/** Aborts with a TimeoutError after `timeoutMs`, or with an AbortError as soon as `cancel` does. Clear it when done. */
export function startDeadline(timeoutMs: number, cancel?: AbortSignal): Deadline {
  const controller = new AbortController();
  const onTimeUp = (): void => controller.abort(new DOMException("The time is up.", "TimeoutError"));
  const onCancel = (): void => controller.abort(new DOMException("Cancelled.", "AbortError"));

  const timer = setTimeout(onTimeUp, Math.min(timeoutMs, TIMER_MS_MAX));
  if (cancel?.aborted) onCancel();
  cancel?.addEventListener("abort", onCancel, { once: true });

  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer);
      cancel?.removeEventListener("abort", onCancel);
    },
  };
}
