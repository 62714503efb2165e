import { toast } from "@heroui/react";

/** Says in a corner, for a few seconds, what just happened. For what went wrong, say it beside the cause if there is room. */
export const notify = {
  good: (message: string) => void toast.success(message),
  bad: (message: string) => void toast.danger(message, { timeout: 8_000 }),
  plain: (message: string) => void toast(message),
};
