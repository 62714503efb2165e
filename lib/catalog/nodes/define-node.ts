import type { z } from "zod";
import { type Field, fieldsOf } from "@/lib/domain/forms/field";
import type { Effect } from "@/lib/domain/runs/effect";
import type { Problem } from "@/lib/domain/workflow/problem";

/** A named way out of a node. */
export type Port = { id: string; name: string };

/** What a node can see while it is planned: the delivery that rang, and what earlier nodes gave. */
export type Scope = { trigger: Record<string, unknown>; steps: Record<string, unknown> };

type NodeSpec<Type extends string, Config extends z.ZodObject> = {
  type: Type;
  name: string;
  /** One line for the palette. */
  summary: string;
  kind: "trigger" | "logic" | "action";
  /** A name of lucide's icons, in kebab-case. */
  icon: string;
  config: Config;
  /** A config that works, for the docs and the tests. */
  sample: z.input<Config>;
  ports: Port[];
  /** What this one does, in a few words for its card. Null while its config is unfinished. */
  describe: (config: z.output<Config>) => string;
  /** What the schema alone cannot tell: templates that do not parse, patterns that are no patterns. */
  check?: (config: z.output<Config>) => Omit<Problem, "nodeId">[];
  /** What the node gives, by example, for the data picker before anything ran. */
  outputExample?: unknown;
  plan: (config: z.output<Config>, scope: Scope) => Planned;
};

/** What a node wants done; or why it cannot be told, in a sentence. `input` is what the log shows as its input. */
export type Planned = { ok: true; input: unknown; effect: Effect } | { ok: false; input: unknown; message: string };

/** A node's definition with its config type sealed in, so that the rest of the app needs no generics. */
export type NodeDefinition<Type extends string = string> = {
  type: Type;
  name: string;
  summary: string;
  kind: "trigger" | "logic" | "action";
  icon: string;
  fields: Field[];
  sample: Record<string, unknown>;
  /** The config's zod schema, for the API's description. */
  schema: z.ZodObject;
  ports: Port[];
  /** Whether it reaches the outside, and so has a retry policy and an `error` port. */
  hasRetry: boolean;
  outputExample: unknown;
  describe: (config: unknown) => string | null;
  /** Everything that keeps this config from being published. */
  problems: (config: unknown) => Omit<Problem, "nodeId">[];
  plan: (config: unknown, scope: Scope) => Planned;
};

/** The port of a node that failed for good, for whoever wants to go on from there. */
export const ERROR_PORT: Port = { id: "error", name: "If it fails" };

export function defineNode<const Type extends string, Config extends z.ZodObject>(
  spec: NodeSpec<Type, Config>,
): NodeDefinition<Type> {
  const parse = (config: unknown) => spec.config.safeParse(config);
  return {
    type: spec.type,
    name: spec.name,
    summary: spec.summary,
    kind: spec.kind,
    icon: spec.icon,
    fields: fieldsOf(spec.config),
    sample: spec.config.parse(spec.sample),
    schema: spec.config,
    ports: spec.kind === "action" ? [...spec.ports, ERROR_PORT] : spec.ports,
    hasRetry: spec.kind === "action",
    outputExample: spec.outputExample,
    describe: (config) => {
      const { data } = parse(config);
      return data ? spec.describe(data) : null;
    },
    problems: (config) => {
      const parsed = parse(config);
      if (parsed.success) return spec.check?.(parsed.data) ?? [];
      return parsed.error.issues.map((issue) => ({ field: String(issue.path[0] ?? ""), message: issue.message }));
    },
    plan: (config, scope) => {
      const parsed = parse(config);
      if (parsed.success) return spec.plan(parsed.data, scope);
      return { ok: false, input: null, message: parsed.error.issues[0]?.message ?? "This step is not set up." };
    },
  };
}
