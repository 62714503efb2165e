"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useWaitingCount } from "@/components/approvals/use-waiting-count";
import { type Account, AccountMenu } from "@/components/shell/account-menu";
import { CommandPalette } from "@/components/shell/command-palette";
import { Mark } from "@/components/shell/mark";
import { Navigation } from "@/components/shell/navigation";
import { NavigationDrawer } from "@/components/shell/navigation-drawer";
import type { Theme } from "@/components/shell/theme";
import { IconButton } from "@/components/ui/icon-button";

const CANVAS = /^\/workflows\/[^/]+$/;

type ShellProps = {
  account: Account;
  theme: Theme;
  /** How many approvals wait for a decision, as the page was drawn. */
  waiting: number;
  children: ReactNode;
};

/** The frame of every screen: the places to go on the left, or behind a button where there is little room. */
export function Shell({ account, theme, waiting, children }: ShellProps) {
  const [isPaletteOpen, setIsPaletteOpen] = useState(false);
  const count = useWaitingCount(waiting);
  // The canvas wants all the room there is.
  const isRail = CANVAS.test(usePathname());

  return (
    <div className="flex min-h-dvh flex-col md:flex-row">
      <a
        href="#main"
        className="sr-only z-50 rounded-lg bg-accent px-4 py-2 font-medium text-accent-foreground focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to content
      </a>

      <header className="sticky top-0 z-30 flex h-14 shrink-0 items-center gap-2 border-border border-b bg-background/90 px-3 backdrop-blur md:hidden">
        <NavigationDrawer waiting={count} />
        <Home />
        <span className="flex-1" />
        <IconButton icon={Search} label="Search and go to" onPress={() => setIsPaletteOpen(true)} />
        <AccountMenu account={account} theme={theme} isCompact />
      </header>

      <aside
        className={`sticky top-0 hidden h-dvh shrink-0 flex-col gap-4 border-border border-r p-3 md:flex ${isRail ? "w-16" : "w-16 lg:w-60"}`}
      >
        <div className={isRail ? "flex justify-center" : "flex justify-center lg:justify-start lg:px-1.5"}>
          <Home isWordHidden={isRail ? "always" : "on-rail"} />
        </div>
        <PaletteButton isRail={isRail} onPress={() => setIsPaletteOpen(true)} />
        <div className="flex-1 overflow-y-auto overflow-x-hidden p-0.5">
          <div className={isRail ? "" : "lg:hidden"}>
            <Navigation isRail waiting={count} />
          </div>
          {isRail ? null : (
            <div className="hidden lg:block">
              <Navigation waiting={count} />
            </div>
          )}
        </div>
        <AccountMenu account={account} theme={theme} isCompact={isRail} />
      </aside>

      <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
        {children}
      </main>

      <CommandPalette isOpen={isPaletteOpen} onOpenChange={setIsPaletteOpen} />
    </div>
  );
}

function Home({ isWordHidden = "never" }: { isWordHidden?: "never" | "on-rail" | "always" }) {
  const word = { never: "", "on-rail": "sr-only lg:not-sr-only", always: "sr-only" }[isWordHidden];
  return (
    <Link href="/" className="flex h-10 items-center gap-2.5 rounded-lg">
      <Mark className="size-8 shrink-0" />
      <span className={`font-semibold text-[1.0625rem] tracking-tight ${word}`}>Doorbell</span>
    </Link>
  );
}

function PaletteButton({ isRail, onPress }: { isRail: boolean; onPress: () => void }) {
  const wide = isRail ? "hidden" : "hidden lg:block";
  return (
    <button
      type="button"
      onClick={onPress}
      aria-label="Search and go to"
      className={`flex h-9 items-center gap-2 rounded-lg border border-border bg-surface px-2.5 text-muted text-sm hover:text-foreground ${isRail ? "justify-center" : "justify-center lg:justify-start"}`}
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className={wide}>Go to…</span>
      <kbd className={`ml-auto rounded border border-border px-1.5 font-sans text-[0.6875rem] ${wide}`}>Ctrl K</kbd>
    </button>
  );
}
