import { z } from "zod";
import { defineNode, ERROR_PORT } from "@/lib/catalog/nodes/define-node";
import { field } from "@/lib/domain/forms/field";
import { ITEM_PORT } from "@/lib/domain/workflow/loops";

const ITEMS_MAX = 1_000;

export const forEach = defineNode({
  type: "for-each",
  name: "For each",
  summary: "Does the steps behind it once for each item of a list.",
  kind: "logic",
  icon: "repeat",
  config: z.strictObject({
    items: field(z.string("Choose a list.").trim().min(1, "Choose a list.").max(8_000), {
      label: "List",
      widget: "template",
      placeholder: "{{ trigger.body.items }}",
      help: "At most 1,000 items. The steps behind “For each item” find the item and its place in their data, as {{ steps.<id>.item }} and {{ steps.<id>.index }} with this step's id. Several items may be at work at once.",
    }),
  }),
  sample: { items: "{{ trigger.body.data.items }}" },
  ports: [{ id: ITEM_PORT, name: "For each item" }, { id: "done", name: "When all are done" }, ERROR_PORT],
  changesSomething: true,
  describe: ({ items }) => `For each of ${items}`.slice(0, 100),
  outputExample: { count: 2, failed: 0, items: [{ ok: true }, { ok: true }] },
  plan: ({ items }, { fill }) => {
    const list = fill.value(items);
    if (!Array.isArray(list)) {
      fill.complain("What it should go through is no list. Choose a field that holds one.");
      return { kind: "for-each", items: [] };
    }
    if (list.length > ITEMS_MAX) fill.complain(`The list has ${list.length} items. 1,000 are the most.`);
    return { kind: "for-each", items: list.slice(0, ITEMS_MAX) };
  },
});
