import { route } from "@/app/api/define-route";
import { WorkflowParams } from "@/app/api/v1/params";
import { listVersions } from "@/lib/services/list-versions";

export const GET = route({ params: WorkflowParams }, async ({ actor, params }) => ({
  items: await listVersions(actor, params.id),
  next: null,
}));
