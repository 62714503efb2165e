"use client";

import { useCallback, useEffect, useRef } from "react";
import { useReactFlow, useStoreApi, type Viewport } from "reactflow";
import { isInView, READABLE_ZOOM, viewOf } from "@/components/editor/canvas/views";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { selectedNode } from "@/components/editor/store/selectors";

/**
 * Keeps in view what matters: a node that was asked for, and, when the panel takes its room, all that could be seen
 * before. Whoever has not moved the canvas since finds it as it was once the panel is gone.
 */
export function useRoom(): void {
  const wanted = useEditor((state) => state.wanted);
  const isPanelShown = useEditor(
    (state) => state.isSettingsOpen || (state.isPanelOpen && selectedNode(state) !== undefined),
  );
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
    const frame = requestAnimationFrame(async () => {
      await bring();
      before.current = { seen, made: getViewport() };
    });
    return () => cancelAnimationFrame(frame);
  }, [isPanelShown, bring, getViewport, setViewport]);

  useEffect(() => {
    if (!wanted) return;
    const frame = requestAnimationFrame(() => void bring(wanted.nodeId));
    return () => cancelAnimationFrame(frame);
  }, [wanted, bring]);
}

/** Shows a node, else the selected one, with all the others where they fit. Nothing moves when it is seen already. */
function useBringIntoView(): (nodeId?: string) => Promise<unknown> {
  const editor = useEditorStore();
  const flow = useStoreApi();
  const { setViewport, getViewport } = useReactFlow();
  return useCallback(
    async (nodeId) => {
      const { nodes } = editor.getState().history.present;
      const node = nodes.find(({ id }) => id === nodeId) ?? selectedNode(editor.getState());
      const room = flow.getState().domNode?.getBoundingClientRect();
      if (!node || !room) return;
      const now = getViewport();
      if (isInView(nodeId === undefined ? nodes : [node], now, room)) return;
      const all = viewOf(nodes, room, now.zoom);
      if (all.zoom >= READABLE_ZOOM) await setViewport(all);
      else if (!isInView([node], now, room)) await setViewport(viewOf([node], room, now.zoom));
    },
    [editor, flow, setViewport, getViewport],
  );
}

function isSame(one: Viewport, other: Viewport): boolean {
  return one.x === other.x && one.y === other.y && one.zoom === other.zoom;
}
