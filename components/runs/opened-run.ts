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

/** As the drawing leads to them, so that no step moves while the run goes on. */
function inOrder({ run, graph }: z.infer<typeof OpenedRun>): Step[] {
  const places = [...reachableFrom(graph, run.nodeId)];
  return run.steps.toSorted((one, other) => places.indexOf(one.nodeId) - places.indexOf(other.nodeId));
}
