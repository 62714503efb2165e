/** What the SDK documents as the most that a run may hold: https://www.inngest.com/docs/usage-limits/inngest */
const STEP_BYTES_MAX = 4 * 1024 * 1024;
const STATE_BYTES_MAX = 32 * 1024 * 1024;
const STEPS_MAX = 1_000;

/** What a run holds, before another step is added to it. */
export type Held = { steps: number; bytes: number };

/** Why a run that holds this much cannot keep another step's result, in a sentence; nothing when it can. */
export function explainExcess(held: Held, step: { name: string; resultBytes: number }): string | undefined {
  if (step.resultBytes > STEP_BYTES_MAX) {
    return `The step “${step.name}” gave ${toMegabytes(step.resultBytes)} MB. A step may give 4 MB at most.`;
  }
  if (held.steps >= STEPS_MAX) return `The step “${step.name}” is one too many. A run may take 1,000 steps at most.`;
  if (held.bytes + step.resultBytes > STATE_BYTES_MAX) {
    return `With the step “${step.name}”, this run's steps gave more than 32 MB together, which is the most that they may.`;
  }
  return undefined;
}

function toMegabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
