import { Context, Liquid } from "liquidjs";
import { writeJson } from "@/lib/domain/json/write-json";
import { approximateMath, exactOperators } from "@/lib/domain/templates/exact-numbers";
import { isJsonText, jsonText, placed } from "@/lib/domain/templates/placed";
import type { Scope } from "@/lib/domain/templates/scope";

export const OUTPUT_MAX = 1_000_000;

const TEMPLATE_MAX = 1_000_000;
const ALLOCATIONS_MAX = 10_000_000;
/** A template takes well below 1 ms; the rest is for a machine that is busy, since this is time on the clock: see `patiently`. */
const RENDER_MS_MAX = 100;

/** Those that are left out read files, write past the place's encoding (echo, cycle), or change the scope (increment). */
const TAGS = new Set(["assign", "capture", "case", "comment", "for", "if", "unless", "raw", "break", "continue", "#"]);

/** These evaluate text, look at the engine, or give another answer at each attempt. */
const NO_FILTERS = [
  "where_exp",
  "reject_exp",
  "group_by_exp",
  "has_exp",
  "find_exp",
  "find_index_exp",
  "inspect",
  "jsonify",
  "sample",
];

/** Liquid, made safe for templates that members write and data that strangers send. The same in browser and server. */
export const engine = makeEngine();

function makeEngine(): Liquid {
  const liquid = new Liquid({
    ownPropertyOnly: true,
    strictFilters: true,
    templates: {},
    parseLimit: TEMPLATE_MAX,
    renderLimit: RENDER_MS_MAX,
    memoryLimit: ALLOCATIONS_MAX,
    operators: exactOperators,
    locale: "en-US",
    timezoneOffset: 0,
    preserveTimezones: true,
    // Liquid hands its result to the emitter unread, so it need not be the text that the type asks for.
    outputEscape: (value: unknown) => placed(value) as unknown as string,
  });
  for (const name of Object.keys(liquid.tags)) if (!TAGS.has(name)) delete liquid.tags[name];
  for (const name of NO_FILTERS) delete liquid.filters[name];
  approximateMath(liquid);
  liquid.registerFilter("json", function (value: unknown, indent: unknown) {
    const text = writeJson(isJsonText(value) ? String(value) : value, typeof indent === "number" ? indent : undefined);
    this.context.memoryLimit.use(text.length);
    return jsonText(text);
  });
  return liquid;
}

/** Fills in, and once more where that took too long: the machine may have stood still, which is not the template's fault. */
export function patiently<Value>(fillIn: () => Value): Value {
  try {
    return fillIn();
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("template render limit")) throw error;
    return fillIn();
  }
}

/** A scope to evaluate in, with fresh limits. The data in it is never written to. */
export function contextOf(scope: Scope): Context {
  return new Context(
    { trigger: scope.trigger, steps: scope.steps },
    engine.options,
    { sync: true },
    { liquid: engine },
  );
}
