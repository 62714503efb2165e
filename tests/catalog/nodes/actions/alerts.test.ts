import { expect, test } from "vitest";
import { opsgenieAlert } from "@/lib/catalog/nodes/actions/opsgenie-alert";
import { pagerdutyEvent } from "@/lib/catalog/nodes/actions/pagerduty-event";

const connectionId = "con_01980000000070008000000000000000";

test.each([
  ["an alert to open says what is wrong", pagerdutyEvent, { action: "trigger" }, "summary"],
  ["an alert to end says which", pagerdutyEvent, { action: "resolve", summary: "Down" }, "dedupKey"],
  ["an alert to acknowledge says which", pagerdutyEvent, { action: "acknowledge" }, "dedupKey"],
  ["an alert to open says what is wrong, at Opsgenie", opsgenieAlert, { action: "create", alias: "a" }, "message"],
  ["an alert to close says which, at Opsgenie", opsgenieAlert, { action: "close", message: "Down" }, "alias"],
] as const)("%s", (...[, node, config, field]) => {
  expect(node.problems({ connectionId, ...config })).toMatchObject([{ field }]);
});

test("a message that is too long for Opsgenie is cut, and half a character is no address", () => {
  const scope = { trigger: { body: { long: "x".repeat(200), half: "\uD83D" } }, steps: {} };
  const opened = opsgenieAlert.plan({ connectionId, message: "{{ trigger.body.long }}" }, scope);
  expect(opened).toMatchObject({ effect: { request: { body: expect.stringContaining(`"${"x".repeat(129)}…"`) } } });
  const closed = opsgenieAlert.plan({ connectionId, action: "close", alias: "{{ trigger.body.half }}" }, scope);
  expect(closed).toMatchObject({ effect: { request: { url: expect.stringContaining("/%EF%BF%BD/close") } } });
});
