"use client";

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { focusSoon } from "@/components/editor/keys/focus-soon";
import { Palette } from "@/components/editor/palette/palette";
import { type AddSpot, isLedTo } from "@/components/editor/store/add-spot";
import { useEditor } from "@/components/editor/store/editor-context";
import { portsOf } from "@/lib/catalog/nodes/index";
import { type Graph, nodeLabel } from "@/lib/domain/workflow/graph";

const SIZE = { width: 288, height: 380 };
const MARGIN = 12;

/** The palette beside a plus: what is picked goes there. Escape and a click elsewhere close it. */
export function AddPopover() {
  const spot = useEditor((state) => state.adding);
  return spot ? <OpenPopover key={JSON.stringify(spot)} spot={spot} /> : null;
}

function OpenPopover({ spot }: { spot: AddSpot }) {
  const add = useEditor((state) => state.add);
  const show = useEditor((state) => state.show);
  const graph = useEditor((state) => state.history.present);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const [place, setPlace] = useState(() => spot.at ?? { x: 0, y: 0 });

  useLayoutEffect(() => {
    opener.current = document.activeElement;
    const at = spot.at ?? { x: (window.innerWidth - SIZE.width) / 2, y: window.innerHeight / 5 };
    setPlace({
      x: Math.max(MARGIN, Math.min(at.x, window.innerWidth - SIZE.width - MARGIN)),
      y: Math.max(MARGIN, Math.min(at.y, window.innerHeight - SIZE.height - MARGIN)),
    });
  }, [spot]);

  useEffect(() => {
    function onPointerDown(event: PointerEvent) {
      const target = event.target instanceof Element ? event.target : null;
      // The palette on the left adds here, too, while this is open.
      if (!box.current?.contains(target) && !target?.closest("[data-palette-item]")) show({ adding: null });
    }
    window.addEventListener("pointerdown", onPointerDown, { capture: true });
    return () => window.removeEventListener("pointerdown", onPointerDown, { capture: true });
  }, [show]);

  function pick(type: string) {
    add(type, spot);
    // The outline shows what is new as selected, too; whoever works there stays there.
    focusSoon(() => document.querySelector('[role="treeitem"][aria-selected="true"], .react-flow__node.selected'));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    show({ adding: null });
    if (opener.current instanceof HTMLElement) opener.current.focus();
  }

  return (
    <div
      ref={box}
      role="dialog"
      aria-label="Add a step"
      onKeyDown={onKeyDown}
      style={{ left: place.x, top: place.y, width: SIZE.width, maxHeight: SIZE.height }}
      className="fixed z-40 flex animate-arrive flex-col overflow-hidden rounded-2xl bg-overlay shadow-overlay"
    >
      <p className="shrink-0 truncate px-4 pt-3 font-semibold text-sm">{titleOf(spot, graph)}</p>
      <Palette onPick={pick} isLedTo={isLedTo(spot)} isFocused />
    </div>
  );
}

function titleOf(spot: AddSpot, graph: Graph): string {
  if (spot.kind === "edge") return `Between ${label(graph, spot.edge.from)} and ${label(graph, spot.edge.to)}`;
  const from = spot.kind === "port" ? spot : spot.kind === "place" ? spot.from : undefined;
  if (!from) return "Add a step";
  const node = graph.nodes.find(({ id }) => id === from.from);
  const port = node && portsOf(node).find(({ id }) => id === from.port);
  return `After ${label(graph, from.from)}${port ? `: ${port.name}` : ""}`;
}

function label(graph: Graph, id: string): string {
  const node = graph.nodes.find((candidate) => candidate.id === id);
  return node ? `“${nodeLabel(node)}”` : "this step";
}
