"use client";

import { type LucideIcon, Maximize, Minus, Plus, Workflow } from "lucide-react";
import { Panel, useReactFlow, useStore } from "reactflow";
import { useShowAll } from "@/components/editor/canvas/use-show-all";
import { useEditor } from "@/components/editor/store/editor-context";

/** Nearer, farther, all of it, in order. */
export function CanvasControls() {
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const showAll = useShowAll();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const tidy = useEditor((state) => state.tidy);
  return (
    <Panel position="bottom-left" className="m-3!">
      <div role="toolbar" aria-label="View" className="panel flex items-center gap-0.5 p-1">
        <Tool icon={Minus} label="Zoom out" onPress={() => zoomOut()} />
        <button
          type="button"
          title="Show at 100 % (0)"
          aria-label={`Zoom ${zoom} %, show at 100 %`}
          onClick={() => zoomTo(1)}
          className="h-8 w-12 rounded-md text-muted text-xs tabular-nums hover:bg-surface-secondary hover:text-foreground"
        >
          {zoom} %
        </button>
        <Tool icon={Plus} label="Zoom in" onPress={() => zoomIn()} />
        <Tool icon={Maximize} label="Show all" hint="1" onPress={showAll} />
        <span aria-hidden className="mx-0.5 h-5 w-px bg-separator" />
        <Tool
          icon={Workflow}
          label="Put in order"
          hint="T"
          onPress={() => {
            tidy();
            showAll();
          }}
        />
      </div>
    </Panel>
  );
}

type ToolProps = { icon: LucideIcon; label: string; hint?: string; onPress: () => void };

function Tool({ icon: Icon, label, hint, onPress }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={hint ? `${label} (${hint})` : label}
      onClick={onPress}
      className="grid size-8 place-items-center rounded-md text-muted hover:bg-surface-secondary hover:text-foreground"
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}
