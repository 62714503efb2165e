import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { salesforce } from "@/lib/catalog/sources/salesforce";
import { listRuns } from "@/lib/services/list-runs";
import { takeUpRun } from "@/lib/services/take-up-run";
import { listenTo, openEndpoint } from "../support/open-endpoint";
import { ring } from "../support/ring";
import { provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

test("a Salesforce message of several notifications runs once for each, and a repeated one not again", async () => {
  const options = { batch: "items", organizationId: "00D71LAMP000071EAC" };
  const { actor, url, id } = await openEndpoint(options, "salesforce");
  await listenTo(actor, id);
  const [sample] = salesforce.samples;
  const [notification = ""] = /<Notification>.*<\/Notification>/s.exec(sample?.body ?? "") ?? [];
  const send = (...numbers: number[]) => {
    const all = numbers.map((n) => notification.replace("04l71LAMP001301AAA", `04l71LAMP00130${n}AAA`)).join("");
    return ring({ url, body: sample?.body.replace(notification, all) ?? "", headers: { ...sample?.headers } });
  };
  expect(await send(1, 2)).toMatchObject({ status: 200, body: expect.stringContaining("<Ack>true</Ack>") });
  expect(await send(2, 3)).toMatchObject({ status: 200 });
  const { items } = await listRuns(actor, { limit: 10 });
  expect(items.map(({ status }) => status).toSorted()).toEqual(["filtered", "queued", "queued", "queued"]);
  const queued = items.filter(({ status }) => status === "queued");
  const bodies = await Promise.all(queued.map(async (run) => (await takeUpRun(run.id))?.scope.trigger["body"]));
  expect(bodies.map((body) => Reflect.get(Object(body), "Id")).toSorted()).toEqual(
    [1, 2, 3].map((n) => `04l71LAMP00130${n}AAA`),
  );
});

function sendTo({ url, secret }: { url: string; secret: string }, ids: number[]) {
  const body = JSON.stringify(
    ids.map((eventId) => ({ eventId, subscriptionType: "contact.creation", occurredAt: 17 })),
  );
  const signature = createHash("sha256").update(secret).update(body).digest("hex");
  return ring({ url, body, headers: { "x-hubspot-signature": signature, "x-hubspot-signature-version": "v1" } });
}

test("of several events in one delivery each has its run, and one that comes again has none", async () => {
  const { actor, url, id, secret } = await openEndpoint({ batch: "items", scheme: "hubspot-v1" }, "hubspot");
  await listenTo(actor, id);
  const send = (...ids: number[]) => sendTo({ url, secret }, ids);
  expect(await send(1, 2)).toMatchObject({ status: 202 });
  expect(await send(2, 3)).toMatchObject({ status: 202 });
  const { items } = await listRuns(actor, { limit: 10 });
  expect(items.map(({ status }) => status).toSorted()).toEqual(["filtered", "queued", "queued", "queued"]);
  expect(items.find(({ status }) => status === "filtered")?.error).toBe("This event had arrived before.");
  const runs = await Promise.all(items.filter(({ status }) => status === "queued").map((run) => takeUpRun(run.id)));
  const seen = runs.map((run) => run?.scope.trigger["body"]);
  expect(seen).toEqual(expect.arrayContaining([1, 2, 3].map((eventId) => expect.objectContaining({ eventId }))));
});

test("an endpoint that counts every delivery counts each of its events, too", async () => {
  const options = { batch: "items", scheme: "hubspot-v1", dedupe: { by: "none" } };
  const { actor, url, id, secret } = await openEndpoint(options, "hubspot");
  await listenTo(actor, id);
  for (let ring = 0; ring < 2; ring++) expect(await sendTo({ url, secret }, [1, 2])).toMatchObject({ status: 202 });
  const { items } = await listRuns(actor, { limit: 10 });
  expect(items.map(({ status }) => status)).toEqual(["queued", "queued", "queued", "queued"]);
});
