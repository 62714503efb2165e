import type { DeliverySummary } from "@/lib/domain/deliveries/delivery";

type Refused = Pick<DeliverySummary, "id" | "receivedAt" | "method" | "eventType">;

/** All refusals for one reason, as a stable code, and the newest of them. */
export type RefusalGroup = { reason: string; count: number; newest: Refused[] };

/** What an endpoint has refused lately. */
export type Refusals = {
  total: number;
  /** The most frequent reason first. */
  groups: RefusalGroup[];
  /** How far back it was looked. */
  since: string;
  /** Whether there was more than is looked at, so that it was not looked as far back as asked. */
  isCut: boolean;
};
