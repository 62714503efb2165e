import type { Connection } from "@/lib/domain/connections/connection";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";
import type { NamedWorkflow } from "@/lib/domain/workflow/workflow";

/** What a workspace has for forms to choose from. */
export type Offers = {
  endpoints: readonly Endpoint[];
  connections: readonly Connection[];
  /** Whether whoever draws may make new connections. */
  mayConnect: boolean;
  /** The other workflows. */
  workflows: readonly NamedWorkflow[];
};
