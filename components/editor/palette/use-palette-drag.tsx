"use client";

import { type ReactNode, type PointerEvent as ReactPointerEvent, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useReactFlow } from "reactflow";
import { edgeAt } from "@/components/editor/canvas/drop-edge";
import { NodeCard } from "@/components/editor/node-card";
import { CARD, cardSize } from "@/components/editor/node-size";
import { useEditorStore } from "@/components/editor/store/editor-context";
import type { NodeDefinition } from "@/lib/catalog/nodes/define-node";

/** Closer than this, in px, it was a click. */
const CLICK_REACH = 5;

export type PaletteDrag = {
  start: (event: ReactPointerEvent, definition: NodeDefinition) => void;
  /** A click follows every drop; it is not meant as one. */
  hasJustDropped: () => boolean;
  /** What follows the pointer. */
  ghost: ReactNode;
};

type Drag = { definition: NodeDefinition; x: number; y: number };

/** Dragging from the palette to the canvas, by pointer: the same for mouse, pen and finger. */
export function usePaletteDrag(): PaletteDrag {
  const store = useEditorStore();
  const { screenToFlowPosition, getZoom } = useReactFlow();
  const [drag, setDrag] = useState<Drag | null>(null);
  const hasDropped = useRef(false);

  function start(down: ReactPointerEvent, definition: NodeDefinition) {
    if (down.button !== 0) return;
    hasDropped.current = false;
    let isDragging = false;
    const listening = new AbortController();
    const { signal } = listening;

    function stop() {
      listening.abort();
      setDrag(null);
    }
    function onMove(event: PointerEvent) {
      isDragging ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > CLICK_REACH;
      if (isDragging) setDrag({ definition, x: event.clientX, y: event.clientY });
    }
    function onUp(event: PointerEvent) {
      stop();
      if (!isDragging) return;
      hasDropped.current = true;
      drop(definition, { x: event.clientX, y: event.clientY });
    }
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== "Escape" || !isDragging) return;
      hasDropped.current = true;
      stop();
    }
    window.addEventListener("pointermove", onMove, { signal });
    window.addEventListener("pointerup", onUp, { signal });
    window.addEventListener("pointercancel", stop, { signal });
    window.addEventListener("keydown", onKeyDown, { signal });
  }

  function drop(definition: NodeDefinition, at: { x: number; y: number }) {
    const isOnCanvas = document.elementFromPoint(at.x, at.y)?.closest(".react-flow") !== null;
    if (!isOnCanvas) return;
    const { add, history } = store.getState();
    const edge = definition.kind === "trigger" ? undefined : edgeAt(history.present, at);
    const { x, y } = screenToFlowPosition(at);
    const { height } = cardSize(definition.ports({}));
    const position = { x: x - CARD.width / 2, y: y - height / 2 };
    add(definition.type, edge ? { kind: "edge", edge } : { kind: "place", position });
  }

  const ghost = drag ? <Ghost drag={drag} zoom={getZoom()} /> : null;
  return { start, hasJustDropped: () => hasDropped.current, ghost };
}

function Ghost({ drag: { definition, x, y }, zoom }: { drag: Drag; zoom: number }) {
  const { width, height } = cardSize(definition.ports({}));
  return createPortal(
    <div
      aria-hidden
      className="pointer-events-none fixed top-0 left-0 z-50 rotate-1 opacity-85"
      style={{ width, transform: `translate(${x - width / 2}px, ${y - height / 2}px) scale(${zoom})` }}
    >
      <NodeCard
        definition={definition}
        node={{ id: "", name: definition.name, type: definition.type, config: {} }}
        summary={null}
      />
    </div>,
    document.body,
  );
}
