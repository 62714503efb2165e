import { BellPlus, FilePlus2, type LucideIcon, PlugZap } from "lucide-react";
import { places } from "@/components/shell/places";

/** Something the palette can do: for now, all of it is going somewhere. */
export type Command = {
  id: string;
  name: string;
  group: "Go to" | "Make";
  href: string;
  icon: LucideIcon;
  also: string;
};

const ALSO: Record<string, string> = {
  "/endpoints": "webhook url address hook secret",
  "/connections": "credentials accounts services tokens sign in",
  "/deliveries": "log requests events received",
  "/runs": "executions history failed",
  "/approvals": "approve reject decide questions waiting",
  "/workflows": "canvas drawings automations",
  "/security": "attacks refused addresses bursts audit",
  "/catalog": "docs help nodes sources providers",
  "/settings": "account password api keys sessions",
};

const commands: readonly Command[] = [
  ...places.map((place) => ({
    id: `go:${place.href}`,
    name: place.name,
    group: "Go to" as const,
    href: place.href,
    icon: place.icon,
    also: ALSO[place.href] ?? "",
  })),
  {
    id: "make:endpoint",
    name: "New endpoint",
    group: "Make",
    href: "/endpoints/new",
    icon: BellPlus,
    also: "create webhook url hook",
  },
  {
    id: "make:workflow",
    name: "New workflow",
    group: "Make",
    href: "/workflows?new=1",
    icon: FilePlus2,
    also: "create automation draw",
  },
  {
    id: "make:connection",
    name: "New connection",
    group: "Make",
    href: "/connections/new",
    icon: PlugZap,
    also: "create add credentials account service",
  },
];

/** The commands whose name, or what else people call it, has every word of the query. */
export function findCommands(query: string): Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter((command) => {
    const text = `${command.group} ${command.name} ${command.also}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
