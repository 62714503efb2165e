import { readSchema } from "@/lib/domain/deliveries/schema/read-schema";
import {
  applyNode,
  PROBLEMS_MAX,
  type Problem,
  type Run,
  type SchemaNode,
} from "@/lib/domain/deliveries/schema/schema-node";
import { parseJson } from "@/lib/domain/json/parse-json";
import { surveyJson } from "@/lib/domain/json/survey-json";

export type { Problem } from "@/lib/domain/deliveries/schema/schema-node";

export type CompiledSchema = { ok: true; validate: (value: unknown) => Problem[] } | { ok: false; message: string };

const BYTES_MAX = 65_536;
const LIMITS = { depthMax: 32, keysMax: 10_000 };
const STEPS_MAX = 500_000;
const CACHED_MAX = 200;

const cache = new Map<string, CompiledSchema>();

/**
 * Reads a JSON Schema (draft 7 or 2020-12), or says in a sentence why it cannot be used: it is no schema, is too large, or
 * refers to another document. `validate` takes a parsed body, and tells at most ten problems. A format says nothing, as
 * the standard has it. The same few schemas are asked for at every ring, so it remembers.
 */
export function compileSchema(text: string): CompiledSchema {
  const known = cache.get(text);
  if (known) return known;
  const compiled = compile(text);
  const [oldest] = cache.keys();
  if (cache.size >= CACHED_MAX && oldest !== undefined) cache.delete(oldest);
  cache.set(text, compiled);
  return compiled;
}

function compile(text: string): CompiledSchema {
  if (text.length > BYTES_MAX) return refusal("it is larger than 64 KB");
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > BYTES_MAX) return refusal("it is larger than 64 KB");
  const { depth, keys } = surveyJson(bytes, LIMITS);
  if (depth > LIMITS.depthMax) return refusal(`it is nested deeper than ${LIMITS.depthMax} levels`);
  if (keys > LIMITS.keysMax) return refusal("it has more than 10,000 keys");
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const read = readSchema(parsed.value);
  return read.ok ? { ok: true, validate: (value) => validate(read.root, value) } : refusal(read.message);
}

function refusal(reason: string): CompiledSchema {
  return { ok: false, message: `The schema cannot be used: ${reason}.` };
}

function validate(root: SchemaNode, value: unknown): Problem[] {
  const run: Run = { stepsLeft: STEPS_MAX, depth: 0, isEndless: false };
  const { problems } = applyNode(root, { value, path: "", run });
  if (run.isEndless) return [{ path: "", message: "The schema refers to itself without end." }];
  if (run.stepsLeft < 0) return [{ path: "", message: "The body takes too long to compare with the schema." }];
  return problems.slice(0, PROBLEMS_MAX);
}
