import { cn } from "@heroui/styles";
import { BellRing, Box, Filter, type LucideIcon, Send } from "lucide-react";
import { monogramOf } from "@/components/ui/monogram";

/** The icons that definitions name. For one that is missing here, the first letters of the name stand in. */
const ICONS: Record<string, LucideIcon> = { "bell-ring": BellRing, box: Box, filter: Filter, send: Send };

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
