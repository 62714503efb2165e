/** Browser only: focuses what a change of state is about to bring onto the screen. */
export function focusSoon(find: () => Element | null): void {
  requestAnimationFrame(() => {
    const element = find();
    if (element instanceof HTMLElement) element.focus();
  });
}

/** Browser only: the element of a node on the canvas. */
export function findNodeElement(nodeId: string): Element | null {
  return document.querySelector(`.react-flow__node[data-id="${CSS.escape(nodeId)}"]`);
}
