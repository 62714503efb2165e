import { cn } from "@heroui/styles";
import {
  Bell,
  BellRing,
  Box,
  Braces,
  CalendarClock,
  CircleDot,
  CirclePlay,
  CircleStop,
  Cloud,
  Code,
  Contact,
  CreditCard,
  Database,
  Filter,
  Gamepad2,
  GitBranch,
  GitFork,
  Hammer,
  HardDriveUpload,
  Hash,
  Headset,
  ListTree,
  type LucideIcon,
  Mail,
  Mailbox,
  MailPlus,
  Megaphone,
  MessageCircle,
  MessageSquareText,
  MessagesSquare,
  NotebookText,
  OctagonX,
  Play,
  Repeat,
  Reply,
  ScanSearch,
  Send,
  Sheet,
  Signature,
  Siren,
  Smartphone,
  Sparkles,
  Split,
  Table2,
  Tags,
  Ticket,
  Timer,
  UserCheck,
  Users,
  Vibrate,
  Workflow,
} from "lucide-react";
import { monogramOf } from "@/components/ui/monogram";

/** The icons that definitions name. For one that is missing here, the first letters of the name stand in. */
const ICONS: Record<string, LucideIcon> = {
  bell: Bell,
  "bell-ring": BellRing,
  box: Box,
  braces: Braces,
  "calendar-clock": CalendarClock,
  "circle-dot": CircleDot,
  "circle-play": CirclePlay,
  "circle-stop": CircleStop,
  cloud: Cloud,
  code: Code,
  contact: Contact,
  "credit-card": CreditCard,
  database: Database,
  filter: Filter,
  "gamepad-2": Gamepad2,
  "git-branch": GitBranch,
  "git-fork": GitFork,
  hammer: Hammer,
  "hard-drive-upload": HardDriveUpload,
  hash: Hash,
  headset: Headset,
  "list-tree": ListTree,
  mail: Mail,
  "mail-plus": MailPlus,
  mailbox: Mailbox,
  megaphone: Megaphone,
  "message-circle": MessageCircle,
  "message-square-text": MessageSquareText,
  "messages-square": MessagesSquare,
  "notebook-text": NotebookText,
  "octagon-x": OctagonX,
  play: Play,
  repeat: Repeat,
  reply: Reply,
  "scan-search": ScanSearch,
  send: Send,
  sheet: Sheet,
  signature: Signature,
  siren: Siren,
  smartphone: Smartphone,
  sparkles: Sparkles,
  split: Split,
  "table-2": Table2,
  tags: Tags,
  ticket: Ticket,
  timer: Timer,
  "user-check": UserCheck,
  users: Users,
  vibrate: Vibrate,
  workflow: Workflow,
};

const KINDS = {
  trigger: "bg-accent text-accent-foreground",
  logic: "bg-note-soft text-note",
  action: "bg-plate text-[oklch(0.96_0.01_84)]",
} as const;

type NodeIconProps = {
  icon: string;
  kind: keyof typeof KINDS;
  /** What kind of node it is. It has to stand beside the icon. */
  name?: string | undefined;
  size?: "sm" | "md";
};

/** The sign of a kind of node, on the colour of what it is: it starts, decides or does. */
export function NodeIcon({ icon, kind, name = "", size = "md" }: NodeIconProps) {
  const Icon = ICONS[icon] ?? (name === "" ? Box : undefined);
  return (
    <span
      aria-hidden
      className={cn(
        "grid shrink-0 select-none place-items-center font-semibold",
        size === "md" ? "size-9 rounded-lg text-sm" : "size-7 rounded-md text-[0.6875rem]",
        KINDS[kind],
      )}
    >
      {Icon ? <Icon className={size === "md" ? "size-4.5" : "size-4"} strokeWidth={2} /> : monogramOf(name)}
    </span>
  );
}
