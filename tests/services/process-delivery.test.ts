import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { changeEndpoint } from "@/lib/services/change-endpoint";
import { listRuns } from "@/lib/services/list-runs";
import { processDelivery } from "@/lib/services/process-delivery";
import { readDelivery } from "@/lib/services/read-delivery";
import { releaseHeld } from "@/lib/services/release-held";
import { deliveryIn, listenTo, openEndpoint } from "../support/open-endpoint";
import { ring, signedPush } from "../support/ring";
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

const UNSIGNED = { "x-github-event": "push", "x-github-delivery": "guid-1", "x-order": "7" };

test.each<[rule: object, first: string, second: string, verdict: string]>([
  [{ by: "event-id" }, '{"n":1}', '{"n":2}', "duplicate"],
  [{ by: "path", path: "order" }, '{"order":1,"n":1}', '{"order":1,"n":2}', "duplicate"],
  [{ by: "path", path: "order" }, '{"order":1}', '{"order":2}', "accepted"],
  [{ by: "header", header: "x-order" }, '{"n":1}', '{"n":2}', "duplicate"],
  [{ by: "body" }, '{"n":1}', '{"n":1}', "duplicate"],
  [{ by: "body" }, '{"n":1}', '{"n":2}', "accepted"],
  [{ by: "none" }, '{"n":1}', '{"n":1}', "accepted"],
])("what comes again after it was processed, by the rule %j: %s, %s", async (dedupe, ...[first, second, verdict]) => {
  const { actor, url, secret } = await openEndpoint({ dedupe }, "github");
  await processDelivery(actor, deliveryIn(await ring({ url, headers: UNSIGNED, body: first })));
  const headers = { ...UNSIGNED, ...signedPush(secret, second, "guid-1") };
  expect(await ring({ url, headers, body: second })).toMatchObject({ body: { verdict } });
});

test("a repeat of what was processed is looked for as long as the endpoint says, counted from then", async () => {
  const { actor, url, secret } = await openEndpoint({ dedupe: { windowSeconds: 60 } }, "github");
  const aMinuteAgo = Date.now() - 61_000;
  const again = (nowMs?: number) =>
    ring({ url, headers: signedPush(secret, "{}", "guid-1"), ...(nowMs === undefined ? {} : { nowMs }) });
  const first = deliveryIn(await ring({ url, headers: UNSIGNED }));
  await processDelivery(actor, first, aMinuteAgo);
  expect(await again(aMinuteAgo)).toMatchObject({ body: { verdict: "accepted" } });

  await processDelivery(actor, deliveryIn(await ring({ url, headers: UNSIGNED })));
  expect(await again()).toMatchObject({ body: { verdict: "duplicate" } });
});

test("of several events that were processed together, one that comes again has no second run", async () => {
  const { actor, url, id, secret } = await openEndpoint({ batch: "items", scheme: "hubspot-v1" }, "hubspot");
  await listenTo(actor, id);
  const send = (key: string, ...ids: number[]) => {
    const body = JSON.stringify(
      ids.map((eventId) => ({ eventId, subscriptionType: "contact.creation", occurredAt: 17 })),
    );
    const signature = createHash("sha256").update(key).update(body).digest("hex");
    return ring({ url, body, headers: { "x-hubspot-signature": signature, "x-hubspot-signature-version": "v1" } });
  };
  expect(await processDelivery(actor, deliveryIn(await send("another secret", 1, 2)))).toEqual({ runs: 2 });
  expect(await send(secret, 2, 3)).toMatchObject({ status: 202 });
  const { items } = await listRuns(actor, { limit: 10 });
  expect(items.map(({ status }) => status).toSorted()).toEqual(["filtered", "queued", "queued", "queued"]);
});
