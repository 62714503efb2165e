import type { RunRetry } from "@/lib/domain/runs/recovery";
import type { Step } from "@/lib/domain/runs/run";
import { reachableFrom } from "@/lib/domain/workflow/advance";
import type { Graph, Node } from "@/lib/domain/workflow/graph";

type Retried<AnyStep> = {
  /** The drawing that the run had, and the one that it is tried again with. */
  before: Graph;
  after: Graph;
  steps: readonly AnyStep[];
  from: RunRetry["from"];
};

/**
 * The steps that a run takes over from the one that it tries again: those that have ended and that nothing done anew leads
 * to. What was changed in the drawing is done anew, too.
 */
export function keptSteps<AnyStep extends Pick<Step, "nodeId" | "status">>({
  before,
  after,
  steps,
  from,
}: Retried<AnyStep>): AnyStep[] {
  if (from === "start") return [];
  const failed = steps.filter(({ status }) => status === "failed").map(({ nodeId }) => nodeId);
  const changed = after.nodes.filter((node) => !isSame(node, findNode(before, node.id))).map(({ id }) => id);
  const anew = new Set([...(from === "failed" ? failed : [from]), ...changed]);
  const redone = new Set([...anew].flatMap((id) => [...reachableFrom(after, id)]));
  return steps.filter(
    ({ nodeId, status }) =>
      (status === "done" || status === "failed") && !redone.has(nodeId) && findNode(after, nodeId) !== undefined,
  );
}

function findNode(graph: Graph, id: string): Node | undefined {
  return graph.nodes.find((node) => node.id === id);
}

/** Name, note and place change nothing that a node does. */
function isSame(one: Node, other: Node | undefined): boolean {
  const essence = (node: Node) => JSON.stringify([node.type, node.config, node.retry]);
  return other !== undefined && essence(one) === essence(other);
}
