import { route } from "@/app/api/define-route";
import { RunQuery } from "@/lib/domain/runs/run-query";
import { listRuns } from "@/lib/services/list-runs";

export const GET = route({ query: RunQuery }, ({ actor, query }) => listRuns(actor, query));
