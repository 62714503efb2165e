import type { DataGroup } from "@/components/fields/picker/data-rows";
import { writePath } from "@/components/fields/picker/placeholder";
import { approval } from "@/lib/catalog/nodes/logic/approval";
import { reachableFrom } from "@/lib/domain/workflow/advance";
import { type Graph, nodeLabel } from "@/lib/domain/workflow/graph";
import { loopsAround } from "@/lib/domain/workflow/loops";

const LINK_EXAMPLE = "https://doorbell.example/approve/••••";

/** The links of the approvals that follow a node within the same run, for it to send them to somebody. */
export function approvalsAhead(graph: Graph, nodeId: string): DataGroup[] {
  const ahead = reachableFrom(graph, nodeId);
  const loopsOf = (id: string) => [...loopsAround(graph, id)].toSorted().join();
  const loops = loopsOf(nodeId);
  return graph.nodes
    .filter(({ id, type }) => type === approval.type && id !== nodeId && ahead.has(id))
    .filter(({ id }) => loopsOf(id) === loops)
    .map((node) => {
      const path = ["steps", node.id];
      return {
        title: `${nodeLabel(node)}: asks later`,
        path,
        value: { link: LINK_EXAMPLE },
        names: { [writePath([...path, "link"])]: "Link to approve" },
        isOpen: true,
      };
    });
}
