import { Check, X } from "lucide-react";
import { z } from "zod";
import { operators } from "@/lib/domain/conditions/operators";

const Shown = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Filtered = z.object({
  match: z.enum(["all", "any"]),
  conditions: z.array(
    z.object({
      value: z.string(),
      operator: z.string(),
      expected: Shown.optional(),
      actual: Shown.optional(),
      passed: z.boolean(),
      problem: z.string().optional(),
    }),
  ),
});
type Filtered = z.infer<typeof Filtered>;

/** A filter's conditions as a step's input holds them; undefined for other steps. */
export function readClauses(input: unknown): Filtered | undefined {
  return Filtered.safeParse(input).data;
}

/** Each condition of a filter with what was expected and what came. */
export function Clauses({ filter }: { filter: Filtered }) {
  return (
    <div className="flex flex-col gap-2.5">
      <p className="text-muted text-sm">
        {filter.match === "all" ? "All of these have to be met." : "One of these has to be met."}
      </p>
      <ul className="flex flex-col gap-2">
        {filter.conditions.map((clause, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the conditions of a run never change.
          <li key={index} className="flex gap-3 rounded-xl border border-border px-3.5 py-3">
            <Verdict passed={clause.passed} />
            <div className="flex min-w-0 flex-col gap-1 text-sm">
              <p className="wrap-anywhere">
                <code className="font-mono text-[0.8125rem]">{placeholderOf(clause.value)}</code>{" "}
                <span className="text-muted">{labelOf(clause.operator)}</span>{" "}
                {clause.expected === undefined ? null : (
                  <code className="font-mono text-[0.8125rem]">{shown(clause.expected)}</code>
                )}
              </p>
              <p className="wrap-anywhere text-muted">
                {clause.problem ?? (
                  <>
                    It was{" "}
                    <code className="font-mono text-[0.8125rem] text-foreground">
                      {clause.actual === undefined ? "not there" : shown(clause.actual)}
                    </code>
                  </>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Verdict({ passed }: { passed: boolean }) {
  const Icon = passed ? Check : X;
  return (
    <span
      className={`grid size-6 shrink-0 place-items-center rounded-full ${passed ? "bg-good-soft text-good" : "bg-bad-soft text-bad"}`}
    >
      <Icon aria-hidden className="size-3.5" strokeWidth={2.5} />
      <span className="sr-only">{passed ? "Met" : "Not met"}: </span>
    </span>
  );
}

function labelOf(operator: string): string {
  return operators.find(({ id }) => id === operator)?.label ?? operator;
}

/** A value that is one placeholder reads better without its braces. */
function placeholderOf(value: string): string {
  return /^\{\{\s*([^{}]+?)\s*\}\}$/.exec(value)?.[1] ?? value;
}

/** Lists and objects arrive as JSON, which says by itself where text begins and ends. */
function shown(value: z.infer<typeof Shown>): string {
  return typeof value === "string" && !/^[[{]/.test(value) ? `“${value}”` : String(value);
}
