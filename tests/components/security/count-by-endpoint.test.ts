import { expect, test } from "vitest";
import { countByEndpoint } from "@/components/security/count-by-endpoint";
import { newId } from "@/lib/domain/ids";

test("an event that stands for many counts as many, and the busiest endpoint comes first", () => {
  const [one, other] = [newId("endpoint"), newId("endpoint")];
  const counts = countByEndpoint([
    { endpointId: one, endpointName: "Shop", count: 2 },
    { endpointId: other, endpointName: "Repository", count: 40 },
    { endpointId: one, endpointName: "Shop", count: 3 },
  ]);
  expect(counts).toEqual([
    { endpointId: other, endpointName: "Repository", count: 40 },
    { endpointId: one, endpointName: "Shop", count: 5 },
  ]);
});
