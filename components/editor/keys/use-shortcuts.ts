"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { useReactFlow } from "reactflow";
import { type Direction, neighbour } from "@/components/editor/keys/neighbour";
import { STEP_NAME_ID } from "@/components/editor/panel/step-name";
import { useRing } from "@/components/editor/run/use-ring";
import { useAutosave } from "@/components/editor/store/autosave-context";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { selectedNode } from "@/components/editor/store/selectors";

const NUDGE = 20;
const ARROWS: Record<string, Direction> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const FIT = { padding: 0.18, maxZoom: 1 };

/** The keys of the editor. Keys typed into a field, or while a dialog is open, are none of its business. */
export function useShortcuts(): void {
  const store = useEditorStore();
  const autosave = useAutosave();
  const ring = useRing();
  const { fitView, zoomTo, zoomIn, zoomOut } = useReactFlow();
  // Tab adds a step for whoever works with the mouse; by keyboard alone it has to go on moving the focus.
  const isByMouse = useRef(false);

  const withMod: Record<string, () => void> = {
    z: () => store.getState().undo(),
    "shift+z": () => store.getState().redo(),
    y: () => store.getState().redo(),
    d: () => {
      const clipping = store.getState().copySelected();
      if (clipping) store.getState().paste(clipping);
    },
    a: () => store.getState().select(store.getState().history.present.nodes.map((node) => node.id)),
    s: () => void autosave()?.flush(),
    enter: () => void ring(),
    "shift+p": () => store.getState().show({ isPublishOpen: true }),
  };
  const plain: Record<string, () => void> = {
    delete: () => store.getState().deleteSelected(),
    backspace: () => store.getState().deleteSelected(),
    enter: openPanel,
    f2: () => {
      openPanel();
      focusSoon(() => document.getElementById(STEP_NAME_ID));
    },
    o: () => {
      store.getState().show({ side: store.getState().side === "outline" ? "palette" : "outline" });
      focusSoon(() => document.querySelector('[role="tree"] [tabindex="0"]'));
    },
    "?": () => store.getState().show({ isHelpOpen: true }),
    "1": () => void fitView(FIT),
    "0": () => void zoomTo(1),
    "+": () => void zoomIn(),
    "-": () => void zoomOut(),
    t: () => store.getState().tidy(),
    escape: () => {
      const { isPanelOpen, show, select } = store.getState();
      if (isPanelOpen && selectedNode(store.getState())) show({ isPanelOpen: false });
      else select([]);
    },
  };

  function openPanel(): void {
    if (!selectedNode(store.getState())) return;
    store.getState().show({ isPanelOpen: true });
    focusSoon(() => document.querySelector("[data-panel] [role=tabpanel] :is(input, textarea, select)"));
  }

  function takeArrow(event: KeyboardEvent): boolean {
    const direction = ARROWS[event.key];
    const { history, goTo, isPanelOpen, show, moveNodes, selected } = store.getState();
    const node = selectedNode(store.getState());
    if (!direction || !node) return false;
    if (event.shiftKey) {
      const dx = { left: -NUDGE, right: NUDGE, up: 0, down: 0 }[direction];
      const dy = { left: 0, right: 0, up: -NUDGE, down: NUDGE }[direction];
      moveNodes(new Map([[node.id, { x: node.position.x + dx, y: node.position.y + dy }]]), `nudge-${[...selected].join()}`);
      return true;
    }
    const next = neighbour(history.present, node.id, direction);
    if (next) {
      goTo(next);
      show({ isPanelOpen });
      focusSoon(() => document.querySelector(`.react-flow__node[data-id="${CSS.escape(next)}"]`));
    }
    return true;
  }

  function takeTab(event: KeyboardEvent): boolean {
    const isOnCanvas = document.activeElement === document.body || isInCanvas(document.activeElement);
    if (event.key !== "Tab" || event.shiftKey || !isByMouse.current || !isOnCanvas) return false;
    const node = selectedNode(store.getState());
    const box = node && document.querySelector(`.react-flow__node[data-id="${CSS.escape(node.id)}"]`)?.getBoundingClientRect();
    store.getState().show({ adding: { kind: "free", ...(box ? { at: { x: box.right + 12, y: box.top } } : {}) } });
    return true;
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target) || event.altKey) return;
    if (takeTab(event) || takeArrow(event)) {
      event.preventDefault();
      return;
    }
    const key = `${event.shiftKey && event.key.length === 1 && /[a-z]/i.test(event.key) ? "shift+" : ""}${event.key.toLowerCase()}`;
    const hasMod = event.ctrlKey || event.metaKey;
    const act = (hasMod ? withMod : plain)[key];
    // Enter and space belong to the button that has the focus.
    if (!act || (!hasMod && key === "enter" && isControl(event.target))) return;
    event.preventDefault();
    act();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    const notice = (event: PointerEvent) => {
      isByMouse.current = isInCanvas(event.target);
    };
    const forget = (event: KeyboardEvent) => {
      if (event.key === "Tab") isByMouse.current = false;
    };
    window.addEventListener("keydown", listen);
    window.addEventListener("keydown", forget);
    window.addEventListener("pointerdown", notice, { capture: true });
    return () => {
      window.removeEventListener("keydown", listen);
      window.removeEventListener("keydown", forget);
      window.removeEventListener("pointerdown", notice, { capture: true });
    };
  }, []);
}

function isInCanvas(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".react-flow") !== null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest("input, textarea, select, [contenteditable=true], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null;
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a, summary, [role=tab], [role=treeitem]") !== null;
}

/** What a change of state brings onto the screen is there after the next frame. */
function focusSoon(find: () => Element | null): void {
  requestAnimationFrame(() => {
    const element = find();
    if (element instanceof HTMLElement) element.focus();
  });
}
