import type { z } from "zod";
import { idSchema } from "@/lib/domain/ids";
import { PageQuery } from "@/lib/domain/page";
import { RunStatus } from "@/lib/domain/runs/run";

/** How the log of runs is asked. */
export const RunQuery = PageQuery.extend({
  cursor: idSchema("run").optional(),
  workflow: idSchema("workflow").optional(),
  status: RunStatus.optional(),
  delivery: idSchema("delivery").optional(),
});
export type RunQuery = z.infer<typeof RunQuery>;
