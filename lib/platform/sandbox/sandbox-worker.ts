import { parentPort } from "node:worker_threads";
import { z } from "zod";
import { createEvaluator } from "@/lib/platform/sandbox/create-evaluator";

const Job = z.object({ source: z.string(), input: z.string() });

/** The thread that `createSandbox` starts: it takes one job at a time, and answers each. */
let evaluator = await createEvaluator();

parentPort?.on("message", async (message: unknown) => {
  const { source, input } = Job.parse(message);
  const evaluated = evaluator.evaluate(source, input);
  if (evaluator.isSpent()) evaluator = await createEvaluator();
  parentPort?.postMessage(evaluated);
});
parentPort?.postMessage("ready");
