import { findNode } from "@/lib/catalog/nodes/index";
import type { ShapeOf } from "@/lib/domain/workflow/edit/node-shape";

/** What editing has to know of a node, from the catalog. */
export const shapeOf: ShapeOf = ({ type, config = {} }) => {
  const definition = findNode(type);
  return (
    definition && { isTrigger: definition.kind === "trigger", ports: definition.ports(config).map(({ id }) => id) }
  );
};
