"use client";

import { createContext, useContext } from "react";
import type { NodeDefinition } from "@/lib/catalog/nodes/define-node";
import type { Node } from "@/lib/domain/workflow/graph";

type FormNode = { definition: NodeDefinition; config: Node["config"] };

const FormNodeContext = createContext<FormNode | null>(null);

/** Tells fields whose form they are in: what a field comes to may depend on the others. */
export const FormNodeProvider = FormNodeContext.Provider;

export function useFormNode(): FormNode {
  const node = useContext(FormNodeContext);
  if (!node) throw new Error("A node's fields have to stand within a FormNodeProvider.");
  return node;
}
