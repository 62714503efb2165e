import fc from "fast-check";
import { expect, test } from "vitest";
import { nodes } from "@/lib/catalog/nodes/index";
import { deepFreeze } from "../../support/deep-freeze";

const noise = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    "",
    "{{ trigger.v }}",
    "{{ trigger.v.a[0] }}",
    "{{",
    "{% for x in trigger.v %}{{ x }}{% endfor %}",
    "0",
  ),
);
const scopes = fc.oneof(fc.jsonValue(), fc.anything({ withNullPrototype: true, maxDepth: 3 })).map((v) => ({
  trigger: { v, body: v },
  steps: { before: v },
}));

/** The sample with one setting replaced, and settings that are noise altogether. */
function configsOf(sample: Record<string, unknown>): fc.Arbitrary<Record<string, unknown>> {
  const keys = [...Object.keys(sample), "nope"];
  return fc.oneof(
    fc.tuple(fc.constantFrom(...keys), noise).map(([key, value]) => ({ ...sample, [key]: value })),
    fc.record(Object.fromEntries(keys.map((key) => [key, noise])), { requiredKeys: [] }),
  );
}

test.each(nodes.map((node) => [node.type, node] as const))(
  "%s: whatever its settings and the data, it answers, and changes neither",
  (_, node) => {
    fc.assert(
      fc.property(configsOf(node.sample), scopes, (config, scope) => {
        deepFreeze(config);
        deepFreeze(scope);
        const planned = node.plan(config, scope, { nowMs: 0 });
        if (!planned.ok) expect(planned.message).toMatch(/\S/);
        expect(node.describe(config) ?? "nothing").toMatch(/\S/);
        for (const problem of node.problems(config)) expect(problem.message).toMatch(/\S/);
        const ids = node.ports(config).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 150 },
    );
  },
);
