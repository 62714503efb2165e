import { expect, test } from "vitest";
import { readSearch } from "@/components/log/filters/read-search";
import { DeliveryQuery } from "@/lib/domain/deliveries/delivery-query";

test("filters that do not parse, are empty or are none are left out; of several values the first counts", () => {
  const { query, search } = readSearch(DeliveryQuery, {
    verdict: ["rejected", "accepted"],
    q: "",
    from: "yesterday",
    eventType: "ticket.created",
    utm: "x",
  });
  expect(query).toEqual({ verdict: "rejected", eventType: "ticket.created" });
  expect(search).toBe("verdict=rejected&eventType=ticket.created");
});
