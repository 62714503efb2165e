import { z } from "zod";
import { Delivery, DeliverySummary } from "@/lib/domain/deliveries/delivery";
import { BodyQuery, DeliveryQuery } from "@/lib/domain/deliveries/delivery-query";
import { SecurityEvent, SecurityEventQuery } from "@/lib/domain/endpoints/security-event";
import {
  BulkReplay,
  DeliveryReplay,
  LedgerEntry,
  ReplayPlan,
  ReplayProgress,
  RunRetry,
} from "@/lib/domain/runs/recovery";
import { Run, RunSummary } from "@/lib/domain/runs/run";
import { RunQuery } from "@/lib/domain/runs/run-query";
import { Diagnosis } from "@/lib/domain/signatures/diagnose/diagnosis";
import { type ApiOperation, page } from "@/lib/services/api-operation";

/** What the API does with the logs: deliveries, runs and what they have done. */
export const logOperations: ApiOperation[] = [
  {
    method: "get",
    path: "/deliveries",
    summary: "Search the log of deliveries",
    query: DeliveryQuery,
    output: page(DeliverySummary),
  },
  { method: "get", path: "/deliveries/{id}", summary: "Read a delivery", output: Delivery },
  {
    method: "get",
    path: "/deliveries/{id}/body",
    summary: "Read the bytes that came, or, with decoded=true, without the sender's compression",
    query: BodyQuery,
  },
  {
    method: "post",
    path: "/deliveries/{id}/process",
    summary: "Let a refused or held delivery in after all",
    output: z.object({ runs: z.number() }),
  },
  {
    method: "post",
    path: "/deliveries/{id}/diagnose",
    summary: "Find out why a delivery's sender could not be verified",
    output: Diagnosis,
  },
  {
    method: "get",
    path: "/security-events",
    summary: "Search the security log",
    query: SecurityEventQuery,
    output: page(SecurityEvent),
  },
  { method: "get", path: "/runs", summary: "Search the log of runs", query: RunQuery, output: page(RunSummary) },
  { method: "get", path: "/runs/{id}", summary: "Read a run with its steps and attempts", output: Run },
  {
    method: "post",
    path: "/runs/{id}/retry",
    summary:
      "Try a run again as a new one: from what failed, the start or a step, with its own version or the present one",
    input: RunRetry,
    output: Run,
    status: 201,
  },
  { method: "post", path: "/runs/{id}/cancel", summary: "Cancel a run that has not ended", output: Run },
  {
    method: "get",
    path: "/runs/{id}/effects",
    summary: "Read what a run and its retries have done outside",
    output: page(LedgerEntry),
  },
  {
    method: "post",
    path: "/deliveries/{id}/replay",
    summary: "Run a delivery once more; what was done for it is not done again",
    input: DeliveryReplay,
    output: z.object({ runs: z.array(z.object({ id: z.string(), workflowId: z.string(), status: z.string() })) }),
    status: 201,
  },
  {
    method: "post",
    path: "/replays",
    summary: "Run many deliveries once more, or, with dryRun, tell what that would do",
    input: BulkReplay,
    output: ReplayPlan.extend({ id: z.string().nullable() }),
  },
  { method: "get", path: "/replays/{id}", summary: "Read how far a replay has come", output: ReplayProgress },
  {
    method: "post",
    path: "/replays/{id}/cancel",
    summary: "Take back the runs of a replay that have not begun",
    output: ReplayProgress,
  },
];
