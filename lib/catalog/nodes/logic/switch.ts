import { z } from "zod";
import { defineNode, type Port, type Scope } from "@/lib/catalog/nodes/define-node";
import { ConditionList } from "@/lib/catalog/nodes/logic/condition-fields";
import { conditionProblems } from "@/lib/domain/conditions/condition-problems";
import { type Clause, evaluateConditions } from "@/lib/domain/conditions/evaluate";
import { field } from "@/lib/domain/forms/field";

const CASES_MAX = 20;
const ELSE: Port = { id: "else", name: "Otherwise" };
/** Ports that mean something of their own wherever they stand. */
const RESERVED = new Set([ELSE.id, "error", "fail", "item"]);

const Case = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]{1,40}$/, "A case's id has letters, digits, - and _ only.")
    .refine((id) => !RESERVED.has(id), "A case cannot have this id. Choose another."),
  name: z.string().trim().max(100).default(""),
  match: z.enum(["all", "any"]).default("all"),
  conditions: ConditionList,
});
type Case = z.infer<typeof Case>;

export const switchNode = defineNode({
  type: "switch",
  name: "Switch",
  summary: "Goes the way of the first case that fits.",
  kind: "logic",
  icon: "list-tree",
  config: z.strictObject({
    cases: field(z.array(Case, "Add a case.").min(1, "Add a case.").max(CASES_MAX), {
      label: "Cases",
      widget: "cases",
      help: "They are looked at from top to bottom, and the first that fits is taken. What fits none goes out by “Otherwise”.",
    }),
  }),
  sample: {
    cases: [
      {
        id: "urgent",
        name: "Urgent",
        match: "all",
        conditions: [{ value: "{{ trigger.body.data.priority }}", operator: "equals", expected: "high" }],
      },
      {
        id: "large",
        name: "Large",
        match: "all",
        conditions: [{ value: "{{ trigger.body.data.amount }}", operator: "greater-than", expected: 1000 }],
      },
    ],
  },
  ports: ({ cases }) => [...portsOfCases(cases), ELSE],
  describe: ({ cases }) => (cases.length === 1 ? "One case" : `The first of ${cases.length} cases`),
  check: ({ cases }) =>
    [
      ...duplicates(cases),
      ...cases.flatMap((each) =>
        each.conditions.flatMap(conditionProblems).map((message) => `${nameOf(each)}: ${message}`),
      ),
    ].map((message) => ({ field: "cases", message })),
  outputExample: { case: "Urgent" },
  input: ({ cases }, { scope }) => ({ cases: lookedAt(cases, scope) }),
  plan: ({ cases }, { scope }) => {
    const taken = cases.find((each) => evaluateConditions(each, scope).passed);
    return { kind: "leave", port: taken?.id ?? ELSE.id, output: { case: taken ? nameOf(taken) : null } };
  },
});

const DraftCase = z.object({ id: z.string().min(1), name: z.string().catch("") });

/** A way out for each case that has an id already, in their order. Of two with the same id, the first. */
function portsOfCases(cases: unknown): Port[] {
  const ports = new Map<string, Port>();
  for (const [index, each] of (Array.isArray(cases) ? cases : []).entries()) {
    const { data } = DraftCase.safeParse(each);
    if (!data || data.id === ELSE.id || ports.has(data.id)) continue;
    ports.set(data.id, { id: data.id, name: data.name || `Case ${index + 1}` });
  }
  return [...ports.values()];
}

function nameOf({ id, name }: Pick<Case, "id" | "name">): string {
  return name || id;
}

function duplicates(cases: readonly Case[]): string[] {
  const ids = cases.map(({ id }) => id);
  return cases
    .filter(({ id }, index) => ids.indexOf(id) < index)
    .map((each) => `Two cases share the id “${each.id}”. Take one away and add it again.`);
}

/** Each case up to the one that is taken, as the log shows it. */
function lookedAt(cases: readonly Case[], scope: Scope): { name: string; passed: boolean; conditions: Clause[] }[] {
  const seen: { name: string; passed: boolean; conditions: Clause[] }[] = [];
  for (const each of cases) {
    const { passed, clauses } = evaluateConditions(each, scope);
    seen.push({ name: nameOf(each), passed, conditions: clauses });
    if (passed) break;
  }
  return seen;
}
