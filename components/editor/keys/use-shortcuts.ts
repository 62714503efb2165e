"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { useReactFlow } from "reactflow";
import { useShowAll } from "@/components/editor/canvas/use-show-all";
import { editorKeys, keyOf } from "@/components/editor/keys/editor-keys";
import { findNodeElement } from "@/components/editor/keys/focus-soon";
import { takeArrow } from "@/components/editor/keys/take-arrow";
import { useRing } from "@/components/editor/run/use-ring";
import { useAutosave } from "@/components/editor/store/autosave-context";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { selectedNode } from "@/components/editor/store/selectors";

const FIELDS = "input, textarea, select, [contenteditable=true]";
const OVERLAYS = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";
const CONTROLS = "button, a, summary, [role=tab], [role=treeitem], [role=separator]";

/** The keys of the editor. Keys typed into a field, or while a dialog is open, are none of its business. */
export function useShortcuts(): void {
  const store = useEditorStore();
  const autosave = useAutosave();
  const ring = useRing();
  const flow = useReactFlow();
  const showAll = useShowAll();
  // Tab adds a step for whoever works with the mouse; by keyboard alone it has to go on moving the focus.
  const isByMouse = useRef(false);

  function takeTab(event: KeyboardEvent): boolean {
    const isElsewhere = isWithin(document.activeElement, CONTROLS);
    if (event.key !== "Tab" || event.shiftKey || !isByMouse.current || isElsewhere) return false;
    const node = selectedNode(store.getState());
    const box = node && findNodeElement(node.id)?.getBoundingClientRect();
    store.getState().show({ adding: { kind: "free", ...(box ? { at: { x: box.right + 12, y: box.top } } : {}) } });
    return true;
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || isWithin(event.target, `${FIELDS}, ${OVERLAYS}`)) return;
    const isControl = isWithin(event.target, CONTROLS);
    const keys = editorKeys({ store, flow, showAll, save: () => void autosave()?.flush(), ring: () => void ring() });
    const act = keys[keyOf(event)];
    if (takeTab(event) || (!isControl && takeArrow(event, store))) event.preventDefault();
    // Enter belongs to the button that has the focus.
    else if (act && !(isControl && event.key === "Enter")) {
      event.preventDefault();
      act();
    }
  });

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const onPointerDown = (event: PointerEvent) => {
      isByMouse.current = isWithin(event.target, ".react-flow");
    };
    const onKey = (event: KeyboardEvent) => {
      onKeyDown(event);
      if (event.key === "Tab") isByMouse.current = false;
    };
    window.addEventListener("keydown", onKey, { signal });
    window.addEventListener("pointerdown", onPointerDown, { signal, capture: true });
    return () => listening.abort();
  }, []);
}

function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
