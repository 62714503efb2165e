"use client";

import { useEffect } from "react";
import { useReactFlow, useStoreApi } from "reactflow";
import { cardSize } from "@/components/editor/node-size";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { findNode } from "@/lib/catalog/nodes/index";

const MARGIN = 24;

/** Brings the node that was asked for into view, unless it is there already. */
export function useWantedNode(): void {
  const wanted = useEditor((state) => state.wanted);
  const editor = useEditorStore();
  const flow = useStoreApi();
  const { setCenter } = useReactFlow();

  useEffect(() => {
    // After this frame the panel has taken its room, and the canvas knows what is left.
    const frame = requestAnimationFrame(() => {
      const node = editor.getState().history.present.nodes.find(({ id }) => id === wanted?.nodeId);
      if (!node) return;
      const { width: roomWidth, height: roomHeight } =
        flow.getState().domNode?.getBoundingClientRect() ?? new DOMRect();
      const [panX, panY, zoom] = flow.getState().transform;
      const { width, height } = cardSize(findNode(node.type));
      const left = node.position.x * zoom + panX;
      const top = node.position.y * zoom + panY;
      const isSeen =
        left >= MARGIN &&
        top >= MARGIN &&
        left + width * zoom <= roomWidth - MARGIN &&
        top + height * zoom <= roomHeight - MARGIN;
      if (!isSeen) void setCenter(node.position.x + width / 2, node.position.y + height / 2, { zoom });
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted, editor, flow, setCenter]);
}
