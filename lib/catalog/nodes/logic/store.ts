import { z } from "zod";
import { type Context, defineNode, ERROR_PORT } from "@/lib/catalog/nodes/define-node";
import { field } from "@/lib/domain/forms/field";
import { numberText } from "@/lib/domain/json/number-text";
import type { StoreChange } from "@/lib/domain/runs/effect";

const KEY_LENGTH_MAX = 200;

const Config = z.strictObject({
  operation: field(z.enum(["get", "set", "increment", "append"]).default("get"), {
    label: "What to do",
    widget: "select",
    choices: [
      { value: "get", label: "Read a value" },
      { value: "set", label: "Keep a value" },
      { value: "increment", label: "Count" },
      { value: "append", label: "Add to a list" },
    ],
  }),
  key: field(z.string("Name the value.").trim().min(1, "Name the value.").max(1_000), {
    label: "Name",
    widget: "template",
    placeholder: "orders of {{ trigger.body.customer }}",
    help: "All workflows of this workspace see the same values.",
  }),
  value: field(z.string().max(100_000).default(""), {
    label: "Value",
    widget: "template",
    shownWhen: { key: "operation", is: ["get", "set", "append"] },
    isOptional: false,
    placeholder: "{{ trigger.body.id }}",
    help: "What is kept or added. When reading: what to go on with where nothing is kept.",
  }),
  by: field(z.string().trim().max(1_000).default("1"), {
    label: "Count by",
    widget: "template",
    shownWhen: { key: "operation", is: ["increment"] },
    help: "A number below zero counts down.",
  }),
  itemsMax: field(z.int("Enter a whole number.").min(1).max(1_000).default(100), {
    label: "Keep at most",
    widget: "number",
    shownWhen: { key: "operation", is: ["append"] },
    help: "Items, up to 1,000: the oldest go first.",
  }),
});
type Config = z.infer<typeof Config>;

const DEEDS = { get: "Reads", set: "Keeps", increment: "Counts", append: "Adds to" } as const;

export const store = defineNode({
  type: "store",
  name: "Remember",
  summary: "Keeps values between runs: counters, lists, what was seen before.",
  kind: "logic",
  icon: "database",
  config: Config,
  sample: { operation: "increment", key: "tickets of {{ trigger.body.data.customer }}", by: "1" },
  ports: [{ id: "out", name: "Then" }, ERROR_PORT],
  changesSomething: true,
  describe: ({ operation, key }) => `${DEEDS[operation]} “${key.slice(0, 80)}”`,
  outputExample: { value: 3, existed: true },
  input: (config, context) => changeOf(config, context),
  plan: (config, context) => ({ kind: "store", change: changeOf(config, context) }),
});

function changeOf(config: Config, { fill }: Pick<Context, "fill">): StoreChange {
  const key = fill.needed(config.key, "The name of the value came out empty.");
  if (key.length > KEY_LENGTH_MAX) fill.complain(`The name of the value is longer than ${KEY_LENGTH_MAX} characters.`);
  const value = () => (config.value === "" ? null : (fill.value(config.value) ?? null));
  switch (config.operation) {
    case "get":
      return { operation: "get", key, fallback: value() };
    case "set":
      return { operation: "set", key, value: value() };
    case "append":
      return { operation: "append", key, value: value(), itemsMax: config.itemsMax };
    case "increment": {
      const by = numberText(fill.value(config.by));
      if (by === undefined) fill.complain("What to count by is not a number.");
      return { operation: "increment", key, by: Number(by ?? 0) };
    }
  }
}
