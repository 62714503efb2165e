/** What happened in the last 24 hours, and how much there is. */
export type Overview = {
  endpointCount: number;
  workflowCount: number;
  /** 24 of them, oldest first; `at` is when the hour began. */
  hours: { at: string; accepted: number; rejected: number; other: number }[];
  failedRuns: number;
  doneRuns: number;
};
