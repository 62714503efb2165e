import type { z } from "zod";
import type { Credentials } from "@/lib/catalog/connections/define-connection";
import { standInCredentials } from "@/lib/catalog/connections/stand-in";
import { createFill, type Fill } from "@/lib/catalog/nodes/fill";
import { templateProblems } from "@/lib/catalog/nodes/template-problems";
import { type Field, fieldsOf } from "@/lib/domain/forms/field";
import type { Effect } from "@/lib/domain/runs/effect";
import { DEFAULT_RETRY_POLICY, type RetryPolicy } from "@/lib/domain/runs/retry-policy";
import type { Scope } from "@/lib/domain/templates/scope";
import type { Problem } from "@/lib/domain/workflow/problem";

export type { Scope } from "@/lib/domain/templates/scope";

/** A named way out of a node. */
export type Port = { id: string; name: string };

/** What a node is planned with. */
export type Context = {
  scope: Scope;
  fill: Fill;
  /** What the node's connection holds; stand-ins when it is planned for the log. */
  credentials: Credentials;
  /** The kind of the connection that is at hand; undefined without any. */
  connectionKind: string | undefined;
  /** When it is planned, in ms since 1970. */
  nowMs: number;
};

type NodeSpec<Type extends string, Config extends z.ZodObject> = {
  type: Type;
  name: string;
  /** One line for the palette. */
  summary: string;
  kind: "trigger" | "logic" | "action";
  /** Which shelf of the palette it stands on, in words. */
  group?: string;
  /** A name of lucide's icons, in kebab-case. */
  icon: string;
  config: Config;
  /** A config that works, for the docs and the tests. */
  sample: z.input<Config>;
  /** The ways out, the usual one first. Where they depend on the config, it may be unfinished. */
  ports: Port[] | ((config: Record<string, unknown>) => Port[]);
  /** The kinds of connection that it can use, as `connectionId` in its config. */
  connections?: readonly string[];
  /** Whether it leaves a mark beyond its run. An action does, without saying so. */
  changesSomething?: boolean;
  /** What this one does, in a few words for its card. */
  describe: (config: z.output<Config>) => string;
  /** How long one try may take, in ms, where the usual time would be too short. */
  timeoutMs?: number;
  /** What neither the schema nor the templates can tell. */
  check?: (config: z.output<Config>) => Omit<Problem, "nodeId">[];
  /** What the node gives, by example, for the data picker before anything ran. */
  outputExample?: unknown;
  /** What the log shows as its input, where that is not its settings with their templates filled in. */
  input?: (config: z.output<Config>, context: Context) => unknown;
  plan: (config: z.output<Config>, context: Context) => Effect;
};

/** What a node wants done; or why it cannot be told, in a sentence. `input` is what the log shows as its input. */
export type Planned = { ok: true; input: unknown; effect: Effect } | { ok: false; input: unknown; message: string };

export type PlanOptions = { connection?: { kind: string; credentials: Credentials } | undefined; nowMs?: number };

/** A node's definition with its config type sealed in, so that the rest of the app needs no generics. */
export type NodeDefinition<Type extends string = string> = {
  type: Type;
  name: string;
  summary: string;
  kind: "trigger" | "logic" | "action";
  group: string;
  icon: string;
  fields: Field[];
  sample: Record<string, unknown>;
  /** The config's zod schema, for the API's description. */
  schema: z.ZodObject;
  /** The ways out of a node with this config, the usual one first. */
  ports: (config: Record<string, unknown>) => Port[];
  /** The kinds of connection that it can use. */
  connections: readonly string[];
  /** Whether it reaches the outside, and so has a retry policy and an `error` port. */
  hasRetry: boolean;
  /** How often it tries, and how long it waits, when a drawing does not say. */
  retry: RetryPolicy;
  /** Whether it leaves a mark beyond its run: it sends, keeps, answers or runs something. */
  changesSomething: boolean;
  outputExample: unknown;
  describe: (config: unknown) => string | null;
  /** Everything that keeps this config from being published. */
  problems: (config: unknown) => Omit<Problem, "nodeId">[];
  /** Without credentials it is planned with stand-ins, as the log keeps it. */
  plan: (config: unknown, scope: Scope, options?: PlanOptions) => Planned;
};

/** The port of a node that failed for good, for whoever wants to go on from there. */
export const ERROR_PORT: Port = { id: "error", name: "If it fails" };

export function defineNode<const Type extends string, Config extends z.ZodObject>(
  spec: NodeSpec<Type, Config>,
): NodeDefinition<Type> {
  const parse = (config: unknown) => spec.config.safeParse(config);
  const fields = fieldsOf(spec.config);
  const hasRetry = spec.kind === "action";
  return {
    type: spec.type,
    name: spec.name,
    summary: spec.summary,
    kind: spec.kind,
    group: spec.group ?? GROUPS[spec.kind],
    icon: spec.icon,
    fields,
    sample: spec.config.parse(spec.sample),
    schema: spec.config,
    ports: (config) => [
      ...(Array.isArray(spec.ports) ? spec.ports : spec.ports(config)),
      ...(hasRetry ? [ERROR_PORT] : []),
    ],
    connections: spec.connections ?? [],
    hasRetry,
    retry: { ...DEFAULT_RETRY_POLICY, ...(spec.timeoutMs ? { timeoutMs: spec.timeoutMs } : {}) },
    changesSomething: spec.changesSomething ?? hasRetry,
    outputExample: spec.outputExample,
    describe: (config) => {
      const { data } = parse(config);
      return data ? spec.describe(data) : null;
    },
    problems: (config) => {
      const parsed = parse(config);
      if (parsed.success) return [...templateProblems(fields, parsed.data), ...(spec.check?.(parsed.data) ?? [])];
      return parsed.error.issues.map((issue) => ({ field: String(issue.path[0] ?? ""), message: issue.message }));
    },
    plan: (config, scope, options) => {
      const parsed = parse(config);
      if (parsed.success) return planParsed(spec, parsed.data, { scope, options });
      return { ok: false, input: null, message: parsed.error.issues[0]?.message ?? "This step is not set up." };
    },
  };
}

const GROUPS = { trigger: "Triggers", logic: "Logic", action: "Actions" } as const;

type Planning = { scope: Scope; options: PlanOptions | undefined };

function planParsed<Config extends z.ZodObject>(
  spec: NodeSpec<string, Config>,
  config: z.output<Config>,
  { scope, options }: Planning,
): Planned {
  const { connection, nowMs = Date.now() } = options ?? {};
  const context = {
    scope,
    fill: createFill(scope),
    credentials: connection?.credentials ?? standInCredentials,
    connectionKind: connection?.kind,
    nowMs,
  };
  const effect = spec.plan(config, context);
  const input = spec.input ? spec.input(config, context) : createFill(scope).value(config);
  const [message] = context.fill.problems;
  return message === undefined ? { ok: true, input, effect } : { ok: false, input, message };
}
