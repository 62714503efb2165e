/** What editing has to know of a kind of node. The catalog knows it; the domain is told. */
export type NodeShape = {
  /** It starts a workflow, so nothing can lead to it. */
  isTrigger: boolean;
  /** The ids of its ways out, the usual one first. */
  ports: readonly string[];
};

/** The shape of a node, which its config may decide; undefined for a type that this version does not know. */
export type ShapeOf = (node: { type: string; config?: Record<string, unknown> }) => NodeShape | undefined;
