"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useId } from "react";

type PaletteSectionProps = {
  title: string;
  count: number;
  isOpen: boolean;
  onToggle: () => void;
  /** Whether it lies on a popover, whose ground has another colour. */
  isOverlay: boolean;
  children: ReactNode;
};

/** A shelf of the palette, which can be folded. Its name stays in sight while its items pass. */
export function PaletteSection({ title, count, isOpen, onToggle, isOverlay, children }: PaletteSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={`${id}-title`} className="flex flex-col">
      <h3 id={`${id}-title`} className={`sticky top-0 z-10 ${isOverlay ? "bg-overlay" : "bg-surface"}`}>
        <button
          type="button"
          data-palette-group
          aria-expanded={isOpen}
          aria-controls={`${id}-items`}
          onClick={onToggle}
          className="eyebrow flex h-8 w-full items-center gap-1 rounded-md px-1 text-left hover:text-foreground focus-visible:-outline-offset-2"
        >
          <ChevronRight aria-hidden className={`size-3.5 shrink-0 transition-transform ${isOpen ? "rotate-90" : ""}`} />
          <span className="min-w-0 flex-1 truncate">{title}</span>
          <span className="pr-1 font-normal tabular-nums">{count}</span>
        </button>
      </h3>
      <div id={`${id}-items`} hidden={!isOpen} className="flex flex-col gap-0.5 pb-1.5">
        {children}
      </div>
    </section>
  );
}
