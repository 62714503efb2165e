import { describe, expect, test } from "vitest";
import { nodes } from "@/lib/catalog/nodes/index";

const data = { ticket_id: "TK-1", priority: "high", items: ["a", "b"] };
const scope = { trigger: { body: { data } }, steps: {} };

describe.each(nodes.map((node) => [node.type, node] as const))("%s", (_, node) => {
  test("accepts its own sample", () => expect(node.problems(node.sample)).toEqual([]));

  test("refuses unknown settings", () => expect(node.problems({ ...node.sample, nope: 1 })).not.toEqual([]));

  test("says what is missing from an empty config, beside a field that it has", () => {
    const keys = node.fields.map(({ key }) => key);
    for (const problem of node.problems({})) {
      expect(keys).toContain(problem.field);
      expect(problem.message).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("plans its sample, and describes it in one line", () => {
    expect(node.plan(node.sample, scope)).toMatchObject({ ok: true });
    expect(node.describe(node.sample)).toMatch(/^.{3,120}$/);
  });

  test("plans nothing, and throws nothing, from a config that is not set up", () => {
    if (node.problems({}).length > 0) expect(node.plan({}, scope)).toMatchObject({ ok: false });
    expect(node.describe({ nope: 1 })).toBeNull();
  });

  test("every field has words, every port a name", () => {
    for (const field of node.fields) expect(field.label).toMatch(/\w/);
    for (const port of node.ports(node.sample)) expect(port.name).toMatch(/\w/);
  });
});
