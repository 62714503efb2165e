import { expect, test } from "vitest";
import { changeEndpoint } from "@/lib/services/change-endpoint";
import { listRuns } from "@/lib/services/list-runs";
import { processDelivery } from "@/lib/services/process-delivery";
import { readDelivery } from "@/lib/services/read-delivery";
import { releaseHeld } from "@/lib/services/release-held";
import { deliveryIn, listenTo, openEndpoint } from "../support/open-endpoint";
import { ring } from "../support/ring";
import { provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

test("what was refused can be processed after all, once, as the event that it is", async () => {
  const { actor, url, id } = await openEndpoint({}, "github");
  await listenTo(actor, id);
  const headers = { "x-github-event": "push", "x-github-delivery": "guid-1" };
  const deliveryId = deliveryIn(await ring({ url, headers, body: "{}" }));
  expect(await processDelivery(actor, deliveryId)).toEqual({ runs: 1 });
  expect(await readDelivery(actor, deliveryId)).toMatchObject({
    verdict: "accepted",
    eventType: "push",
    eventId: "guid-1",
    runs: [{ status: "queued" }],
  });
  await expect(processDelivery(actor, deliveryId)).rejects.toMatchObject({ code: "conflict" });
});

test("what is held is released once, in the order it came, and runs then", async () => {
  const { actor, url, id } = await openEndpoint();
  await listenTo(actor, id);
  await changeEndpoint(actor, id, { status: "paused" });
  for (const n of [1, 2, 3]) await ring({ url, body: `{"event_id":"evt_${n}"}` });
  const released = await Promise.all([releaseHeld(actor, id), releaseHeld(actor, id)]);
  expect(released.reduce((sum, each) => sum + each.released, 0)).toBe(3);
  const { items } = await listRuns(actor, { limit: 10 });
  expect(items.map(({ status }) => status)).toEqual(["queued", "queued", "queued"]);
  expect(await ring({ url, body: '{"event_id":"evt_1"}' })).toMatchObject({ body: { verdict: "duplicate" } });
});
