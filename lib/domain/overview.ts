/** A workspace at a glance: the last 24 hours, oldest first, and what there is. */
export type Overview = {
  hours: { at: string; accepted: number; rejected: number; other: number }[];
  endpointCount: number;
  workflowCount: number;
  doneRuns: number;
  failedRuns: number;
};
