"use client";

import { useCallback, useEffect, useRef } from "react";
import { type Rect, useReactFlow, useStoreApi, type Viewport } from "reactflow";
import { boundsOf } from "@/components/editor/canvas/bounds";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { selectedNode } from "@/components/editor/store/selectors";

const MARGIN = 24;
const FIT_PADDING = { x: `${MARGIN}px`, y: `${MARGIN}px`, right: `${OVERHANG}px` } as const;
/** Farther away than this, one cannot read the cards any more. */
const FIT_ZOOM_MIN = 0.5;

/**
 * Keeps in view what matters: a node that was asked for, and, when the panel takes its room, all that could be seen
 * before. Whoever has not moved the canvas since finds it as it was once the panel is gone.
 */
export function useRoom(): void {
  const wanted = useEditor((state) => state.wanted);
  const isPanelShown = useEditor((state) => state.isPanelOpen && selectedNode(state) !== undefined);
  const bring = useBringIntoView();
  const before = useRef<{ seen: Viewport; made: Viewport } | null>(null);
  const { getViewport, setViewport } = useReactFlow();

  useEffect(() => {
    if (!isPanelShown) {
      const moved = before.current;
      before.current = null;
      if (moved && isSame(moved.made, getViewport())) void setViewport(moved.seen);
      return;
    }
    const seen = getViewport();
    const frame = requestAnimationFrame(() => {
      void bring().then(() => {
        before.current = { seen, made: getViewport() };
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [isPanelShown, bring, getViewport, setViewport]);

  useEffect(() => {
    if (!wanted) return;
    const frame = requestAnimationFrame(() => void bring(wanted.nodeId));
    return () => cancelAnimationFrame(frame);
  }, [wanted, bring]);
}

/** Shows a node, or the selected one, with all the others where they fit. Nothing moves when it is seen already. */
function useBringIntoView(): (nodeId?: string) => Promise<unknown> {
  const editor = useEditorStore();
  const flow = useStoreApi();
  const { setCenter, fitView, getViewport } = useReactFlow();
  return useCallback(
    async (nodeId) => {
      const { nodes } = editor.getState().history.present;
      const node = nodes.find(({ id }) => id === nodeId) ?? selectedNode(editor.getState());
      const room = flow.getState().domNode?.getBoundingClientRect();
      if (!node || !room) return;
      const view = getViewport();
      const own = boundsOf([node]);
      const all = boundsOf(nodes);
      if (isInside(nodeId === undefined ? all : own, view, room)) return;
      const zoom = Math.min((room.width - 2 * MARGIN) / all.width, (room.height - 2 * MARGIN) / all.height);
      if (zoom >= FIT_ZOOM_MIN) await fitView({ padding: FIT_PADDING, maxZoom: view.zoom });
      else if (!isInside(own, view, room)) {
        await setCenter(own.x + own.width / 2, own.y + own.height / 2, { zoom: view.zoom });
      }
    },
    [editor, flow, setCenter, fitView, getViewport],
  );
}

function isInside(bounds: Rect, { x, y, zoom }: Viewport, room: { width: number; height: number }): boolean {
  const left = bounds.x * zoom + x;
  const top = bounds.y * zoom + y;
  return left >= 0 && top >= 0 && left + bounds.width * zoom <= room.width && top + bounds.height * zoom <= room.height;
}

function isSame(one: Viewport, other: Viewport): boolean {
  return one.x === other.x && one.y === other.y && one.zoom === other.zoom;
}
