import { expect, test } from "vitest";
import { groupRefusals } from "@/components/endpoints/refused/group-refusals";
import { newId } from "@/lib/domain/ids";

const refused = (reason: string | null) => ({ id: newId("delivery"), reason, receivedAt: "2026-03-04T12:00:00Z" });

test("the most frequent reason comes first, with its part of all", () => {
  const groups = groupRefusals([refused("too_large"), refused("not_verified"), refused("not_verified"), refused(null)]);
  expect(groups.map(({ reason, items, share }) => [reason, items.length, share])).toEqual([
    ["not_verified", 2, 0.5],
    ["too_large", 1, 0.25],
    ["", 1, 0.25],
  ]);
});

test("without refusals there are no reasons", () => {
  expect(groupRefusals([])).toEqual([]);
});
