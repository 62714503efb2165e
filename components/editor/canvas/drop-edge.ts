import { edgeId } from "@/components/editor/canvas/to-flow";
import type { Edge, Graph } from "@/lib/domain/workflow/graph";

/** Browser only: the line that lies under a place of the screen. */
export function edgeAt(graph: Graph, { x, y }: { x: number; y: number }): Edge | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const id = element.closest(".react-flow__edge")?.getAttribute("data-id");
    if (id) return graph.edges.find((edge) => edgeId(edge) === id);
  }
  return undefined;
}

/** Browser only: the node that lies under a place of the screen. */
export function nodeAt({ x, y }: { x: number; y: number }): string | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const id = element.closest(".react-flow__node")?.getAttribute("data-id");
    if (id) return id;
  }
  return undefined;
}
