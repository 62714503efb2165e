import { cn } from "@heroui/react";
import type { ReactNode } from "react";

const WIDTHS = { narrow: "max-w-3xl", normal: "max-w-6xl", wide: "max-w-[96rem]" } as const;

/** The room that a screen's content has: centred, with a margin that shrinks on small screens. */
export function Page({ width = "normal", children }: { width?: keyof typeof WIDTHS; children: ReactNode }) {
  return (
    <div className={cn("mx-auto flex w-full flex-col gap-6 px-4 py-6 sm:px-6 lg:px-8 lg:py-8", WIDTHS[width])}>
      {children}
    </div>
  );
}
