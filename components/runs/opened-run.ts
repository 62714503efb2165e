import { z } from "zod";
import { parseJson } from "@/lib/domain/json/parse-json";
import { Run, type Step } from "@/lib/domain/runs/run";
import { reachableFrom } from "@/lib/domain/workflow/advance";
import { Graph, nodeLabel } from "@/lib/domain/workflow/graph";

const OpenedRun = z.object({ run: Run, graph: Graph });

/** A run with the drawing that it ran, and what people call its nodes. */
export type OpenedRun = z.infer<typeof OpenedRun> & { labelOf: (nodeId: string) => string };

/** Reads what the page hands over as JSON text: only so do long numbers keep every digit on their way to the browser. */
export function readOpenedRun(text: string): OpenedRun {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(`The page handed over a run that cannot be read: ${parsed.message}`);
  const opened = OpenedRun.parse(parsed.value);
  const labels = new Map(opened.graph.nodes.map((node) => [node.id, nodeLabel(node)]));
  return {
    graph: opened.graph,
    run: { ...opened.run, steps: inOrder(opened) },
    labelOf: (nodeId) => labels.get(nodeId) ?? nodeId,
  };
}

/** As they began; those of the same moment, and those that never began, as the drawing leads to them. */
function inOrder({ run, graph }: z.infer<typeof OpenedRun>): Step[] {
  const places = [...reachableFrom(graph, run.nodeId)];
  const beganMs = ({ startedAt }: Step) => (startedAt ? Date.parse(startedAt) : Number.MAX_SAFE_INTEGER);
  return run.steps.toSorted(
    (one, other) => beganMs(one) - beganMs(other) || places.indexOf(one.nodeId) - places.indexOf(other.nodeId),
  );
}
