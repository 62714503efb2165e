import type { Id } from "@/lib/domain/ids";
import type { Graph } from "@/lib/domain/workflow/graph";
import { authSecret } from "@/lib/platform/auth-secret";
import { hmac } from "@/lib/platform/digest";
import { publicUrl } from "@/lib/platform/public-url";
import { waitIdOf } from "@/lib/stores/waits";

/** The token in an approval's link: whoever has it may decide. The same whenever it is asked for. */
export function approvalToken(runId: Id<"run">, nodeId: string): string {
  const key = new TextEncoder().encode(authSecret());
  const mac = hmac("sha256", key, new TextEncoder().encode(`approval ${waitIdOf(runId, nodeId)}`));
  return Buffer.from(mac.subarray(0, 24)).toString("base64url");
}

/** What templates see of the approvals that are still ahead, so that a step before one can tell people its link. */
export function approvalLinks(runId: Id<"run">, graph: Graph): Record<string, { link: string }> {
  return Object.fromEntries(
    approvalIds(graph).map((id) => [id, { link: `${publicUrl()}/approve/${approvalToken(runId, id)}` }]),
  );
}

/** The nodes of a drawing that ask a person. */
export function approvalIds(graph: Graph): string[] {
  return graph.nodes.filter(({ type }) => type === "approval").map(({ id }) => id);
}
