import type { EditorState } from "@/components/editor/store/editor-state";
import { readWebhookConfig, webhook } from "@/lib/catalog/nodes/triggers/webhook";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";
import { reachableFrom } from "@/lib/domain/workflow/advance";
import type { Node } from "@/lib/domain/workflow/graph";

/** The node that alone is selected. */
export function selectedNode({ selected, history }: Pick<EditorState, "selected" | "history">): Node | undefined {
  if (selected.size !== 1) return undefined;
  return history.present.nodes.find((node) => selected.has(node.id));
}

/** Whether the drawing differs from what runs. */
export function isChanged({
  hasUnpublishedChanges,
  save,
}: Pick<EditorState, "hasUnpublishedChanges" | "save">): boolean {
  return hasUnpublishedChanges || save.kind !== "saved";
}

export type Rung = { nodeId: string; endpoint: Endpoint; patterns: readonly string[] };

/** What rings for the selected node: the webhook before it, else the first that is set up. */
export function rungFor(state: Pick<EditorState, "selected" | "history" | "endpoints">): Rung | undefined {
  const graph = state.history.present;
  const rungs = graph.nodes.flatMap((node) => {
    const config = node.type === webhook.type ? readWebhookConfig(node.config) : undefined;
    const endpoint = config && state.endpoints.find(({ id }) => id === config.endpointId);
    return endpoint ? [{ nodeId: node.id, endpoint, patterns: config.eventTypes }] : [];
  });
  if (rungs.length < 2) return rungs[0];
  const node = selectedNode(state);
  return rungs.find(({ nodeId }) => node && reachableFrom(graph, nodeId).has(node.id)) ?? rungs[0];
}
