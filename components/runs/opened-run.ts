import { z } from "zod";
import { findNode } from "@/lib/catalog/nodes/index";
import { parseJson } from "@/lib/domain/json/parse-json";
import { isLeftOut, isTakenOver } from "@/lib/domain/runs/done-before";
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

/** Why a step did nothing in this run although it went well; undefined for one that did. */
export function wasDoneBefore({ run, graph }: Pick<OpenedRun, "run" | "graph">, step: Step): string | undefined {
  if (isTakenOver(run, step)) return "Taken over from the run before";
  const type = graph.nodes.find(({ id }) => id === step.nodeId)?.type ?? "";
  return isLeftOut(run, step, findNode(type)?.hasRetry ?? false) ? "Left out: it was done before" : undefined;
}

/** As the drawing leads to them, so that no step moves while the run goes on. */
function inOrder({ run, graph }: z.infer<typeof OpenedRun>): Step[] {
  const places = [...reachableFrom(graph, run.nodeId)];
  return run.steps.toSorted((one, other) => places.indexOf(one.nodeId) - places.indexOf(other.nodeId));
}
