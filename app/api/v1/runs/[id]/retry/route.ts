import { route } from "@/app/api/define-route";
import { RunParams } from "@/app/api/v1/params";
import { RunRetry } from "@/lib/domain/runs/recovery";
import { retryRun } from "@/lib/services/retry-run";

export const POST = route({ params: RunParams, input: RunRetry, status: 201 }, ({ actor, params, input }) =>
  retryRun(actor, params.id, input),
);
