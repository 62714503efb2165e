import {
  BellRing,
  BookOpen,
  House,
  Inbox,
  type LucideIcon,
  PlaySquare,
  Plug,
  Settings,
  ShieldCheck,
  UserCheck,
  Workflow,
} from "lucide-react";

export type Place = { href: string; name: string; icon: LucideIcon };

/** Where one can go, in the order of the navigation. */
export const places: readonly Place[] = [
  { href: "/", name: "Home", icon: House },
  { href: "/workflows", name: "Workflows", icon: Workflow },
  { href: "/endpoints", name: "Endpoints", icon: BellRing },
  { href: "/connections", name: "Connections", icon: Plug },
  { href: "/deliveries", name: "Deliveries", icon: Inbox },
  { href: "/runs", name: "Runs", icon: PlaySquare },
  { href: "/approvals", name: "Approvals", icon: UserCheck },
  { href: "/security", name: "Security", icon: ShieldCheck },
  { href: "/catalog", name: "Catalog", icon: BookOpen },
  { href: "/settings", name: "Settings", icon: Settings },
];

/** Whether a path is this place or lies within it. */
export function isWithin(path: string, href: string): boolean {
  return href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
}
