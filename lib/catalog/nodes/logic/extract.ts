import { z } from "zod";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { textOf } from "@/lib/domain/conditions/is-equal";
import { patternProblem } from "@/lib/domain/conditions/pattern";
import { findPattern } from "@/lib/domain/extract/find-pattern";
import type { Found } from "@/lib/domain/extract/found";
import { findByJsonPath, jsonPathProblem } from "@/lib/domain/extract/json-path";
import { findByXmlPath, xmlPathProblem } from "@/lib/domain/extract/xml-path";
import { field } from "@/lib/domain/forms/field";

const WAYS = {
  "json-path": { problem: jsonPathProblem, find: findByJsonPath },
  xpath: { problem: xmlPathProblem, find: findByXmlPath },
  pattern: {
    problem: patternProblem,
    find: (value: unknown, source: string): Found => findPattern(textOf(value), source),
  },
};

export const extract = defineNode({
  type: "extract",
  name: "Extract",
  summary: "Picks values out of JSON, XML or text.",
  kind: "logic",
  icon: "scan-search",
  config: z.strictObject({
    from: field(z.string().trim().min(1, "Choose what to look in.").max(8_000).default("{{ trigger.body }}"), {
      label: "Look in",
      widget: "template",
      placeholder: "{{ trigger.body }}",
    }),
    way: field(z.enum(["json-path", "xpath", "pattern"]).default("json-path"), {
      label: "By",
      widget: "select",
      choices: [
        { value: "json-path", label: "JSONPath, in JSON" },
        { value: "xpath", label: "XPath, in XML" },
        { value: "pattern", label: "Regular expression, in text" },
      ],
    }),
    expression: field(z.string("Enter an expression.").trim().min(1, "Enter an expression.").max(2_000), {
      label: "Expression",
      widget: "text",
      placeholder: "$.items[?@.price > 10].id",
      help: "JSONPath: $.items[0].id. XPath: /order/item[@sku='A-1']/price/text(). Regular expression: Order (?<number>\\d+); its named groups become fields.",
    }),
    find: field(z.enum(["first", "all"]).default("first"), {
      label: "Take",
      widget: "select",
      choices: [
        { value: "first", label: "the first that is found" },
        { value: "all", label: "all that are found, as a list" },
      ],
    }),
    fallback: field(z.string().max(8_000).default(""), {
      label: "If nothing is found",
      widget: "template",
      placeholder: "none",
      help: "The value to go on with. Left empty, it is nothing, or a list without anything in it.",
    }),
  }),
  sample: { from: "{{ trigger.body }}", way: "json-path", expression: "$.data.ticket_id", find: "first" },
  ports: [{ id: "out", name: "Then" }],
  describe: ({ find, expression }) => `${find === "first" ? "Takes" : "Takes all"} ${expression.slice(0, 80)}`,
  check: ({ way, expression }) => {
    const message = WAYS[way].problem(expression);
    return message === undefined ? [] : [{ field: "expression", message }];
  },
  outputExample: { value: "TK-1", found: true },
  // What it looks in is in the log already, and its expression is no template.
  input: ({ way, expression, find }) => ({ way, expression, find }),
  plan: ({ from, way, expression, find, fallback }, { fill }) => {
    const found = WAYS[way].find(fill.value(from), expression);
    if (!found.ok) fill.complain(found.message);
    const values = found.ok ? found.values : [];
    const otherwise = fallback === "" ? (find === "first" ? null : []) : fill.value(fallback);
    const value = values.length === 0 ? otherwise : find === "first" ? values[0] : values;
    return { kind: "leave", port: "out", output: { value: value ?? null, found: values.length > 0 } };
  },
});
