import { expect, test } from "vitest";
import { matchesEventType } from "@/lib/domain/deliveries/event-type-pattern";

test.each([
  ["ticket.created", "ticket.created", true],
  ["ticket.created", "ticket.closed", false],
  ["ticket.*", "ticket.created", true],
  ["ticket.*", "ticket.", true],
  ["ticket.*", "tickets.created", false],
  ["*.created", "order.created", true],
  ["*.created", "order.created.late", false],
  ["*", "anything", true],
  ["a*b*c", "a-b-c", true],
  ["a*b*c", "acb", false],
  ["a*a", "a", false],
  ["t.c", "txc", false],
  [`${"*a".repeat(40)}`, "a".repeat(199), true],
  [`${"*a".repeat(40)}b`, "a".repeat(199), false],
])("%s takes %s: %s", (pattern, eventType, isMatch) => {
  expect(matchesEventType([pattern], eventType)).toBe(isMatch);
});

test("no patterns take every event, also one without a type", () => {
  expect(matchesEventType([], "anything")).toBe(true);
  expect(matchesEventType([], null)).toBe(true);
  expect(matchesEventType(["*"], null)).toBe(false);
});
