import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant, type QuickJSContext, type QuickJSWASMModule } from "quickjs-emscripten-core";
import { explainError, TOO_DEEP, TOO_LONG } from "@/lib/platform/sandbox/explain-error";

/** What code gave, as JSON text; or why it gave nothing, in a sentence. */
export type Evaluated = { ok: true; json: string } | { ok: false; message: string };

export type Evaluator = {
  /**
   * Runs code as the body of a function of `input`, which is JSON text; what an object there holds has its own name, too, as in
   * templates. Blocks the thread meanwhile.
   */
  evaluate: (source: string, input: string) => Evaluated;
  /** Whether something has happened after which it must not be used again. */
  isSpent: () => boolean;
};

const RUN_MS_MAX = 250;
const MEMORY_BYTES_MAX = 32 * 1_024 * 1_024;
/** QuickJS has to notice before the thread's own stack ends, which would leave it in pieces. */
const STACK_BYTES_MAX = 256 * 1_024;
const OUTPUT_LENGTH_MAX = 262_144;

/** A JavaScript engine of its own in WebAssembly: code in it reaches nothing that is not put into it, and that is text. */
export async function createEvaluator(): Promise<Evaluator> {
  const quickJs = await newQuickJSWASMModuleFromVariant(variant);
  let isSpent = false;
  return {
    evaluate: (source, input) => {
      try {
        return evaluateAfresh(quickJs, source, input);
      } catch {
        // QuickJS itself has come to grief, on code that is nested or calls too deep.
        isSpent = true;
        return { ok: false, message: TOO_DEEP };
      }
    },
    isSpent: () => isSpent,
  };
}

/** Nothing is left over from one piece of code for the next. */
function evaluateAfresh(quickJs: QuickJSWASMModule, source: string, input: string): Evaluated {
  const runtime = quickJs.newRuntime();
  runtime.setMemoryLimit(MEMORY_BYTES_MAX);
  runtime.setMaxStackSize(STACK_BYTES_MAX);
  const untilMs = Date.now() + RUN_MS_MAX;
  let isOver = false;
  runtime.setInterruptHandler(() => {
    isOver ||= Date.now() > untilMs;
    return isOver;
  });
  const context = runtime.newContext();
  const evaluated = call(context, source, input);
  context.dispose();
  runtime.dispose();
  return isOver ? { ok: false, message: TOO_LONG } : evaluated;
}

/**
 * Within the sandbox: calls the code, and writes down what it gave or threw, as one text whose first letter tells which. What
 * it uses is taken before the code can change it. The code is never put together with ours, so it cannot end it early.
 */
const CALLER = `(() => {
  const { parse, stringify } = JSON;
  const { assign } = Object;
  const make = Function;
  const later = Promise;
  const textOf = String;
  return (source, input, lengthMax) => {
    try {
      const value = parse(input);
      assign(globalThis, value);
      const given = make("input", '"use strict";' + source)(value);
      if (given instanceof later) return "P";
      const json = stringify(given) ?? "null";
      return json.length > lengthMax ? "L" : "V" + json;
    } catch (error) {
      const isError = typeof error === "object" && error !== null;
      const parts = isError ? [textOf(error.name), textOf(error.message), textOf(error.stack)] : ["", textOf(error), ""];
      return "E" + stringify(parts);
    }
  };
})()`;

function call(context: QuickJSContext, source: string, input: string): Evaluated {
  const caller = context.unwrapResult(context.evalCode(CALLER, "doorbell"));
  const handles = [context.newString(source), context.newString(input), context.newNumber(OUTPUT_LENGTH_MAX)];
  const result = context.callFunction(caller, context.undefined, handles);
  for (const handle of [caller, ...handles]) handle.dispose();
  if (result.error) {
    const thrown: unknown = context.dump(result.error);
    result.error.dispose();
    return { ok: false, message: explainError(thrown, source) };
  }
  const text = context.getString(result.value);
  result.value.dispose();
  return read(text, source);
}

function read(text: string, source: string): Evaluated {
  const rest = text.slice(1);
  switch (text[0]) {
    case "V":
      return { ok: true, json: rest };
    case "P":
      return {
        ok: false,
        message: "The code gave a promise. There is nothing to wait for here: return the value itself.",
      };
    case "L":
      return { ok: false, message: "What the code gave is longer than 256 KB." };
    default: {
      const [name, message, stack] = JSON.parse(rest);
      return { ok: false, message: explainError({ name, message, stack }, source) };
    }
  }
}
