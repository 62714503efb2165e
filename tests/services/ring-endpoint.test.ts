import { expect, test } from "vitest";
import { sources } from "@/lib/catalog/sources/index";
import { readDelivery } from "@/lib/services/read-delivery";
import { ringEndpoint } from "@/lib/services/ring-endpoint";
import { openEndpoint } from "../support/open-endpoint";
import { provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

test.each(sources.map(({ id }) => id))("%s can be rung with its sample from within", async (source) => {
  const { actor, id } = await openEndpoint({}, source);
  const { delivery, status } = await ringEndpoint(actor, id, undefined);
  expect(status).toBeLessThan(300);
  expect(await readDelivery(actor, delivery as `dlv_${string}`)).toMatchObject({ verdict: "accepted" });
});

test.each(sources.map(({ id }) => id))("rung twice, %s tells of two events", async (source) => {
  const { actor, id } = await openEndpoint({}, source);
  for (let ring = 0; ring < 2; ring++) {
    const { delivery } = await ringEndpoint(actor, id, undefined);
    expect(await readDelivery(actor, delivery as `dlv_${string}`)).toMatchObject({ verdict: "accepted" });
  }
});
