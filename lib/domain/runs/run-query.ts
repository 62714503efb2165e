import type { z } from "zod";
import { idSchema } from "@/lib/domain/ids";
import { PageQuery } from "@/lib/domain/page";
import { RunCause, RunStatus } from "@/lib/domain/runs/run";

/** How the log of runs is asked. */
export const RunQuery = PageQuery.extend({
  cursor: idSchema("run").optional(),
  workflow: idSchema("workflow").optional(),
  status: RunStatus.optional(),
  cause: RunCause.optional(),
  /** Without those that such a run began itself. */
  delivery: idSchema("delivery").optional(),
  /** Those that this run waits or waited for. */
  parent: idSchema("run").optional(),
  /** Those that tried this run again. */
  retryOf: idSchema("run").optional(),
  replay: idSchema("replay").optional(),
});
export type RunQuery = z.infer<typeof RunQuery>;
