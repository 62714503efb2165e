"use client";

import { X } from "lucide-react";
import { Outline } from "@/components/editor/outline/outline";
import { Palette } from "@/components/editor/palette/palette";
import { usePaletteDrag } from "@/components/editor/palette/use-palette-drag";
import { useEditor } from "@/components/editor/store/editor-context";
import { IconButton } from "@/components/ui/icon-button";

const SIDES = [
  { id: "palette", name: "Steps" },
  { id: "outline", name: "Outline" },
] as const;

/** Left of the canvas: what can be added, or the outline. On a narrow screen, a sheet at its foot. */
export function Side() {
  const side = useEditor((state) => state.side);
  const sheet = useEditor((state) => state.sheet);
  const adding = useEditor((state) => state.adding);
  const add = useEditor((state) => state.add);
  const show = useEditor((state) => state.show);
  const drag = usePaletteDrag();
  const shown = sheet ?? side;

  return (
    <aside
      aria-label="Steps and outline"
      className={`z-20 flex w-60 shrink-0 flex-col border-border border-r bg-surface max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:h-[60dvh] max-md:w-auto max-md:animate-arrive max-md:rounded-t-2xl max-md:shadow-overlay ${sheet ? "" : "max-md:hidden"}`}
    >
      <div className="flex items-center gap-1 px-3 pt-3">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend in its own way. */}
        <div role="group" aria-label="Show" className="flex flex-1 gap-0.5 rounded-xl bg-surface-tertiary p-0.5">
          {SIDES.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              aria-pressed={shown === id}
              onClick={() => show(sheet ? { sheet: id } : { side: id })}
              className={`h-7 flex-1 rounded-[0.625rem] font-medium text-sm ${shown === id ? "bg-segment text-foreground shadow-card" : "text-muted hover:text-foreground"}`}
            >
              {name}
            </button>
          ))}
        </div>
        <span className="md:hidden">
          <IconButton icon={X} size="sm" label="Close" onPress={() => show({ sheet: null })} />
        </span>
      </div>
      {shown === "palette" ? (
        // While the popover beside a plus is open, its items are the ones to be found; these add there, too.
        <div aria-hidden={adding !== null} className="flex min-h-0 flex-1 flex-col">
          <Palette onPick={(type) => add(type, adding)} drag={drag} />
        </div>
      ) : (
        <Outline />
      )}
      {drag.ghost}
    </aside>
  );
}
