"use client";

import { useId } from "react";
import { NodeIcon } from "@/components/editor/node-icon";
import type { PaletteDrag } from "@/components/editor/palette/use-palette-drag";
import type { NodeDefinition } from "@/lib/catalog/nodes/define-node";

type PaletteItemProps = {
  definition: NodeDefinition;
  onPick: () => void;
  /** Absent where there is no canvas to drag to. */
  drag?: PaletteDrag;
};

/** A kind of step: click or Enter adds it, dragging puts it where it is dropped. */
export function PaletteItem({ definition, onPick, drag }: PaletteItemProps) {
  const id = useId();
  return (
    <button
      type="button"
      data-palette-item
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-summary`}
      onClick={() => {
        if (!drag?.hasJustDropped()) onPick();
      }}
      {...(drag ? { onPointerDown: (event) => drag.start(event, definition) } : {})}
      title={definition.summary}
      className={`flex w-full touch-pan-y select-none items-center gap-2.5 rounded-lg border border-transparent px-2 py-1.5 text-left hover:border-border hover:bg-surface-secondary ${drag ? "cursor-grab active:cursor-grabbing" : ""}`}
    >
      <NodeIcon icon={definition.icon} kind={definition.kind} name={definition.name} size="sm" />
      <span className="flex min-w-0 flex-col">
        <span id={`${id}-name`} className="truncate font-medium text-sm leading-5">
          {definition.name}
        </span>
        <span id={`${id}-summary`} className="truncate text-muted text-xs leading-4">
          {definition.summary}
        </span>
      </span>
    </button>
  );
}
