"use client";

import { useCallback } from "react";
import { useReactFlow, useStoreApi } from "reactflow";
import { viewOf } from "@/components/editor/canvas/views";
import { useEditorStore } from "@/components/editor/store/editor-context";

/** Shows the whole drawing. */
export function useShowAll(): () => void {
  const editor = useEditorStore();
  const flow = useStoreApi();
  const { setViewport } = useReactFlow();
  return useCallback(() => {
    const { nodes } = editor.getState().history.present;
    const room = flow.getState().domNode?.getBoundingClientRect();
    if (room && nodes.length > 0) void setViewport(viewOf(nodes, room));
  }, [editor, flow, setViewport]);
}
