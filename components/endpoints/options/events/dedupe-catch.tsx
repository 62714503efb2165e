import { Notice } from "@/components/ui/notice";
import type { DedupeRule } from "@/lib/domain/deliveries/dedupe-rule";

type DedupeCatchProps = {
  by: DedupeRule["by"];
  /** Whether it is known where the sender's own id stands. */
  isIdKnown: boolean;
  sender: string;
};

/** What to look out for with a way to tell repeats. */
export function DedupeCatch({ by, isIdKnown, sender }: DedupeCatchProps) {
  const words = by === "event-id" && isIdKnown ? undefined : CATCHES[by];
  return words ? <Notice tone="warn">{words(sender)}</Notice> : null;
}

const CATCHES: Partial<Record<DedupeRule["by"], (sender: string) => string>> = {
  "event-id": (sender) =>
    `${sender} names no event, so every delivery counts, also one that is sent again. Choose another way if that matters.`,
  body: () =>
    "Two events that say the same count once, such as two equal pings. Deliveries without a body are never repeats.",
  none: () => "A sender that misses the answer sends the same again, and everything is done twice.",
};
