import { LosslessNumber } from "lossless-json";
import { expect, test } from "vitest";
import { renderText } from "@/lib/domain/templates/render-text";

const scope = {
  trigger: {
    big: new LosslessNumber("12345678901234567890"),
    price: new LosslessNumber("1.10"),
    huge: new LosslessNumber("1e400"),
    text: "1.1",
  },
  steps: {},
};

const holds = (condition: string) => renderText(`{% if ${condition} %}yes{% else %}no{% endif %}`, scope, "text");

test.each([
  "trigger.price == 1.1",
  "trigger.price != 1.2",
  "trigger.price >= 1.1",
  "trigger.big > 12345678901234567889",
  "trigger.big < trigger.huge",
  "trigger.huge >= trigger.huge",
  "trigger.price != trigger.text",
  "trigger.price != nil",
])("%s holds", (condition) => {
  expect(holds(condition)).toEqual({ ok: true, text: "yes" });
});

test.each([
  "trigger.big == 12345678901234567891",
  "trigger.price == trigger.text",
  "trigger.price == empty",
  "trigger.big < 5",
])("%s does not", (condition) => {
  expect(holds(condition)).toEqual({ ok: true, text: "no" });
});

test.each([
  ["{{ trigger.price | plus: trigger.price }}", "2.2"],
  ["{{ trigger.price | times: 10 | round }}", "11"],
  ["{{ 5 | at_least: trigger.big }}", "12345678901234567000"],
  ["{{ trigger.big | abs }}", "12345678901234567000"],
])("%s is %s", (template, text) => {
  expect(renderText(template, scope, "text")).toEqual({ ok: true, text });
});
