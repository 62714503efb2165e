import { findNode } from "@/lib/catalog/nodes/index";
import type { ShapeOf } from "@/lib/domain/workflow/edit/node-shape";

/** What editing has to know of a kind of node, from the catalog. */
export const shapeOf: ShapeOf = (type) => {
  const definition = findNode(type);
  return definition && { isTrigger: definition.kind === "trigger", ports: definition.ports.map((port) => port.id) };
};
