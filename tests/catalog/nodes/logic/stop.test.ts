import { expect, test } from "vitest";
import { fail } from "@/lib/catalog/nodes/logic/fail";
import { stop } from "@/lib/catalog/nodes/logic/stop";

const scope = { trigger: { body: { id: 7 } }, steps: {} };

test("a branch ends with its result, which keeps its type, or with none", () => {
  expect(stop.plan({ result: "{{ trigger.body.id }}" }, scope)).toMatchObject({
    effect: { kind: "leave", port: null, output: 7 },
  });
  expect(stop.plan({}, scope)).toMatchObject({ effect: { kind: "leave", port: null, output: null } });
  expect(stop.ports({})).toEqual([]);
});

test("a run fails with the message filled in, and never without one", () => {
  expect(fail.plan({ message: "No {{ trigger.body.id }}." }, scope)).toMatchObject({
    effect: { kind: "fail", message: "No 7." },
  });
  expect(fail.plan({ message: "{{ trigger.body.none }}" }, scope)).toMatchObject({
    effect: { kind: "fail", message: "This step fails the run, and its message came out empty." },
  });
});
