import { cn } from "@heroui/styles";
import {
  BadgeCheck,
  Ban,
  BellRing,
  Check,
  CheckCheck,
  CircleDashed,
  CirclePause,
  CircleSlash,
  Copy,
  Filter,
  Handshake,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  OctagonX,
  Pencil,
  PowerOff,
  Send,
  ShieldX,
  SkipForward,
  TimerOff,
  TriangleAlert,
  UserCheck,
  UserX,
} from "lucide-react";

type Tone = "good" | "bad" | "busy" | "wait" | "quiet" | "note" | "warn";

/** Each status: its word, its icon and its tone. The words are the same everywhere. */
export const STATUSES = {
  received: { word: "Received", icon: BellRing, tone: "busy" },
  accepted: { word: "Accepted", icon: Check, tone: "good" },
  handshake: { word: "Handshake", icon: Handshake, tone: "note" },
  duplicate: { word: "Duplicate", icon: Copy, tone: "quiet" },
  held: { word: "Held", icon: CirclePause, tone: "wait" },
  rejected: { word: "Rejected", icon: ShieldX, tone: "bad" },
  queued: { word: "Queued", icon: CircleDashed, tone: "quiet" },
  running: { word: "Running", icon: LoaderCircle, tone: "busy" },
  waiting: { word: "Waiting", icon: Hourglass, tone: "wait" },
  done: { word: "Done", icon: CheckCheck, tone: "good" },
  failed: { word: "Failed", icon: OctagonX, tone: "bad" },
  cancelled: { word: "Cancelled", icon: CircleSlash, tone: "quiet" },
  filtered: { word: "Filtered", icon: Filter, tone: "quiet" },
  skipped: { word: "Skipped", icon: SkipForward, tone: "quiet" },
  started: { word: "Started", icon: LoaderCircle, tone: "busy" },
  succeeded: { word: "Succeeded", icon: Check, tone: "good" },
  blocked: { word: "Blocked", icon: Ban, tone: "bad" },
  unknown: { word: "Unknown", icon: TriangleAlert, tone: "warn" },
  confirmed: { word: "Confirmed", icon: BadgeCheck, tone: "good" },
  sent: { word: "On its way", icon: Send, tone: "busy" },
  refused: { word: "Refused", icon: OctagonX, tone: "bad" },
  active: { word: "Active", icon: Check, tone: "good" },
  disabled: { word: "Switched off", icon: PowerOff, tone: "quiet" },
  paused: { word: "Paused", icon: CirclePause, tone: "wait" },
  draft: { word: "Draft", icon: Pencil, tone: "quiet" },
  retiring: { word: "Retiring", icon: Hourglass, tone: "wait" },
  approved: { word: "Approved", icon: UserCheck, tone: "good" },
  declined: { word: "Rejected", icon: UserX, tone: "bad" },
  expired: { word: "Nobody decided", icon: TimerOff, tone: "quiet" },
  revoked: { word: "Revoked", icon: Ban, tone: "quiet" },
} as const satisfies Record<string, { word: string; icon: LucideIcon; tone: Tone }>;

export type Status = keyof typeof STATUSES;

const TONES: Record<Tone, string> = {
  good: "bg-good-soft text-good",
  bad: "bg-bad-soft text-bad",
  busy: "bg-busy-soft text-busy",
  wait: "bg-wait-soft text-wait",
  quiet: "bg-quiet-soft text-quiet",
  note: "bg-note-soft text-note",
  warn: "bg-warn-soft text-warn",
};

/** A status as colour, icon and word. `isCompact` leaves out the colour beneath, for dense lists. */
export function StatusChip({ status, isCompact = false }: { status: Status; isCompact?: boolean }) {
  const { word, icon: Icon, tone } = STATUSES[status];
  const isMoving = status === "running" || status === "started";
  return (
    <span
      data-status={status}
      className={cn(
        "inline-flex w-fit shrink-0 items-center gap-1 whitespace-nowrap rounded-full font-medium text-xs leading-5",
        isCompact ? "" : "px-2 py-0.5",
        TONES[tone],
        isCompact ? "bg-transparent" : "",
      )}
    >
      <Icon aria-hidden className={cn("size-3.5", isMoving ? "motion-safe:animate-spin" : "")} strokeWidth={2.25} />
      {word}
    </span>
  );
}
