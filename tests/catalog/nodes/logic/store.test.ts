import { expect, test } from "vitest";
import { store } from "@/lib/catalog/nodes/logic/store";

const scope = { trigger: { body: { id: "A-1", n: 3, list: [1], none: null } }, steps: {} };
const planned = (config: object) => store.plan({ key: "orders of {{ trigger.body.id }}", ...config }, scope);
const key = "orders of A-1";

test.each([
  [{ operation: "get" }, { operation: "get", key, fallback: null }],
  [
    { operation: "get", value: "{{ trigger.body.n }}" },
    { operation: "get", key, fallback: 3 },
  ],
  [
    { operation: "set", value: "{{ trigger.body.list }}" },
    { operation: "set", key, value: [1] },
  ],
  [{ operation: "increment" }, { operation: "increment", key, by: 1 }],
  [
    { operation: "increment", by: "-{{ trigger.body.n }}" },
    { operation: "increment", key, by: -3 },
  ],
  [
    { operation: "append", value: "x", itemsMax: 5 },
    { operation: "append", key, value: "x", itemsMax: 5 },
  ],
])("%j", (config, change) => expect(planned(config)).toMatchObject({ ok: true, effect: { kind: "store", change } }));

test.each([
  [{ key: "{{ trigger.body.none }}" }, "The name of the value came out empty."],
  [{ key: "x".repeat(201) }, "The name of the value is longer than 200 characters."],
  [{ operation: "increment", by: "{{ trigger.body.id }}" }, "What to count by is not a number."],
])("%.40j cannot be done", (config, message) => expect(planned(config)).toMatchObject({ ok: false, message }));
