import { cn } from "@heroui/styles";
import { BellRing, Box, Database, Filter, type LucideIcon, Mail, Send } from "lucide-react";

/** The icons that definitions name. Whatever is missing here is drawn as a box. */
const ICONS: Record<string, LucideIcon> = {
  "bell-ring": BellRing,
  database: Database,
  filter: Filter,
  mail: Mail,
  send: Send,
};

const KINDS = {
  trigger: "bg-accent text-accent-foreground",
  logic: "bg-note-soft text-note",
  action: "bg-plate text-[oklch(0.96_0.01_84)]",
} as const;

type NodeIconProps = { icon: string; kind: keyof typeof KINDS; size?: "sm" | "md" };

/** The sign of a kind of node, on the colour of what it is: it starts, decides or does. */
export function NodeIcon({ icon, kind, size = "md" }: NodeIconProps) {
  const Icon = ICONS[icon] ?? Box;
  return (
    <span
      aria-hidden
      className={cn(
        "grid shrink-0 place-items-center",
        size === "md" ? "size-9 rounded-lg" : "size-7 rounded-md",
        KINDS[kind],
      )}
    >
      <Icon className={size === "md" ? "size-4.5" : "size-4"} strokeWidth={2} />
    </span>
  );
}
