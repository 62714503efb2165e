import { Gauge, type LucideIcon, MapPinPlus, ShieldX } from "lucide-react";
import type { SecurityEventKind } from "@/lib/domain/endpoints/security-event";

type Look = { name: string; icon: LucideIcon; className: string };

/** Each kind of security event: its words, its icon and its colour. */
export const EVENT_KINDS: Record<SecurityEventKind, Look> = {
  not_verified: { name: "Not verified", icon: ShieldX, className: "bg-bad-soft text-bad" },
  burst: { name: "Burst", icon: Gauge, className: "bg-warn-soft text-warn" },
  new_address: { name: "New address", icon: MapPinPlus, className: "bg-note-soft text-note" },
};
