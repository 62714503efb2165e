import { z } from "zod";
import { compileExpression, type Expression } from "@/lib/engine/protocol/compile-expression";

/** An event that concerns a function, and what must be true of it. */
export type Listening = { event: string; condition?: Expression };

export type RegisteredFunction = {
  id: string;
  /** Tries of each step, and of what runs outside steps: the retries and the first. */
  attemptsMax: number;
  triggers: Listening[];
  cancelOn: Listening[];
  idempotency?: Expression;
  /** How many calls may run at once, in all or for each value of the key. */
  concurrency?: { limit: number; key?: Expression };
};

export type RegisteredFunctions = ReadonlyMap<string, RegisteredFunction>;

/** Retries of a function that does not say. */
const RETRIES_DEFAULT = 4;

const Concurrency = z.strictObject({
  limit: z.number().int(),
  key: z.string().optional(),
  scope: z.literal("fn").optional(),
});

/** What the SDK registers of a function, as far as the embedded engine can run it; every other option is refused. */
const FunctionConfig = z.strictObject({
  id: z.string(),
  name: z.string().optional(),
  triggers: z.array(z.strictObject({ event: z.string(), expression: z.string().optional() })),
  steps: z.object({ step: z.object({ retries: z.object({ attempts: z.number() }).optional() }) }),
  cancel: z.array(z.strictObject({ event: z.string(), if: z.string().optional() })).optional(),
  idempotency: z.string().optional(),
  concurrency: z
    .union([
      z.number().transform((limit) => ({ limit })),
      Concurrency,
      z.tuple([Concurrency]).transform(([only]) => only),
    ])
    .optional(),
});
type FunctionConfig = z.infer<typeof FunctionConfig>;

const Registration = z.object({ functions: z.array(z.looseObject({ id: z.string() })) });

/** Reads what the SDK registers. Throws a sentence that names the function and what the embedded engine cannot do. */
export function registerFunctions(body: unknown): RegisteredFunctions {
  const functions = new Map<string, RegisteredFunction>();
  for (const config of Registration.parse(body).functions) {
    const parsed = FunctionConfig.safeParse(config);
    if (!parsed.success) throw refusal(config.id, describe(parsed.error));
    functions.set(config.id, toFunction(parsed.data));
  }
  return functions;
}

function toFunction(config: FunctionConfig): RegisteredFunction {
  const { id, idempotency, concurrency, cancel = [] } = config;
  const compile = (source: string): Expression => {
    const compiled = compileExpression(source);
    if (!compiled.ok) throw refusal(id, compiled.message);
    return compiled.expression;
  };
  const toListening = (event: string, condition: string | undefined): Listening =>
    condition === undefined ? { event } : { event, condition: compile(condition) };
  return {
    id,
    attemptsMax: (config.steps.step.retries?.attempts ?? RETRIES_DEFAULT) + 1,
    triggers: config.triggers.map(({ event, expression }) => toListening(event, expression)),
    cancelOn: cancel.map((listening) => toListening(listening.event, listening.if)),
    ...(idempotency !== undefined && { idempotency: compile(idempotency) }),
    ...(concurrency && {
      concurrency: {
        limit: concurrency.limit,
        ...("key" in concurrency && concurrency.key !== undefined && { key: compile(concurrency.key) }),
      },
    }),
  };
}

function describe(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      if (issue.code === "unrecognized_keys") return `It does not support ${issue.keys.join(", ")}.`;
      return `It does not support this ${issue.path.join(".")}.`;
    })
    .join(" ");
}

function refusal(functionId: string, reason: string): Error {
  const wayOut = "Change the function, or set INNGEST_BASE_URL to run it on an Inngest server.";
  return new Error(`The embedded engine cannot run the function “${functionId}”. ${reason} ${wayOut}`);
}
