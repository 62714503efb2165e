import { expect, test } from "vitest";
import { changeEndpoint } from "@/lib/services/change-endpoint";
import { createEndpoint } from "@/lib/services/create-endpoint";
import { listDeliveries } from "@/lib/services/list-deliveries";
import { ring, signedPush } from "../support/ring";
import { createTestWorkspace, provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

async function openCounted(deliveriesMax: number) {
  const actor = await createTestWorkspace();
  const endpoint = await createEndpoint(actor, { name: "Few", source: "github", options: { deliveriesMax } });
  const secret = endpoint.signingSecret ?? "";
  const push = (id: string) => ring({ url: endpoint.url, headers: signedPush(secret, "{}", id) });
  return { actor, endpoint, push };
}

test("an endpoint that ends after three takes three of many that come at once, and answers the others as if it were not there", async () => {
  const { actor, endpoint, push } = await openCounted(3);
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => push(`guid-${n}`)));
  expect(answers.filter(({ status }) => status === 202)).toHaveLength(3);
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(37);
  const unproven = await ring({ url: endpoint.url });
  expect(unproven).toMatchObject({ status: 404, body: { code: "unknown_endpoint" } });
  expect(unproven.body).not.toHaveProperty("delivery");

  const { items } = await listDeliveries(actor, { limit: 100 });
  expect(items.filter(({ reason }) => reason === "endpoint_expired")).toHaveLength(38);
});

test("a repeat takes no place, and is answered as one even when none is left", async () => {
  const { push } = await openCounted(2);
  const statuses = [];
  for (const id of ["one", "one", "two", "three", "two"]) statuses.push((await push(id)).status);
  expect(statuses).toEqual([202, 200, 202, 404, 200]);
});

test("what is refused takes no place, and a higher number opens the endpoint again", async () => {
  const { actor, endpoint, push } = await openCounted(1);
  expect((await ring({ url: endpoint.url })).status).toBe(401);
  expect((await push("one")).status).toBe(202);
  expect((await push("two")).status).toBe(404);
  await changeEndpoint(actor, endpoint.id, { options: { deliveriesMax: 2 } });
  expect((await push("two")).status).toBe(202);
  expect((await push("three")).status).toBe(404);
});
