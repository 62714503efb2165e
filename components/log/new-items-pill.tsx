"use client";

import { ArrowUp } from "lucide-react";

/** Says how many have arrived while somebody was reading further down, and goes to them. */
export function NewItemsPill({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <div role="status" className="pointer-events-none sticky top-16 z-20 flex h-0 justify-center md:top-4">
      {count > 0 ? (
        <button
          type="button"
          onClick={onShow}
          className="pointer-events-auto flex h-9 animate-arrive items-center gap-1.5 rounded-full bg-accent px-4 font-medium text-accent-foreground text-sm shadow-lg hover:bg-accent-hover"
        >
          <ArrowUp aria-hidden className="size-4" />
          {count} new
        </button>
      ) : null}
    </div>
  );
}
