import type { Id } from "@/lib/domain/ids";
import type { WorkflowStatus } from "@/lib/domain/workflow/workflow";

/** A published workflow that an endpoint rings. No event types means every one. */
export type Listener = { workflowId: Id<"workflow">; name: string; status: WorkflowStatus; eventTypes: string[] };
