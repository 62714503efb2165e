import { expect, test } from "vitest";
import { z } from "zod";
import { callApi, makeEndpoint, makeWorkflow } from "../support/api";
import { startApp } from "../support/app";
import { createTestDatabase } from "../support/database";
import { signedPush } from "../support/ring";
import { type RingAnswer, ringHttp } from "../support/ring-http";

const COPIES = 10_000;
const PUSH = '{ "ref": "refs/heads/main" }';

test(`${COPIES} copies of an event at once, at two processes on one database, are one run`, {
  timeout: 240_000,
}, async () => {
  const database = await createTestDatabase();
  const env = { DATABASE_URL: database.url };
  const apps = await Promise.all([startApp({ env }), startApp({ env })]);
  const [app] = apps;
  const endpoint = await makeEndpoint(app, "github");
  await makeWorkflow(app, endpoint.id, { nodes: [], edges: [] });

  const headers = signedPush(endpoint.secret, PUSH, "the-same-for-all");
  const answers = await Promise.all(
    Array.from({ length: COPIES }, (_, n) =>
      ringUntilTaken(`${apps[n % 2]?.url}${endpoint.path}`, { body: PUSH, headers }),
    ),
  );

  // None, if the first was kept just when its sender was told to come back.
  const accepted = answers.filter(({ status }) => status === 202).map(({ body }) => body.delivery);
  expect(accepted.length).toBeLessThanOrEqual(1);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(COPIES - accepted.length);
  expect(new Set(answers.map(({ body }) => body.delivery)).size).toBe(COPIES);
  const Runs = z.object({ items: z.array(z.object({ deliveryId: z.string() })) });
  const { items } = Runs.parse((await callApi(app, "GET /runs")).body);
  expect(items).toHaveLength(1);
  expect(items.map(({ deliveryId }) => deliveryId)).toEqual(expect.arrayContaining(accepted));

  await Promise.all(apps.map((started) => started.stop()));
  await database.drop();
});

/** A sender that is told to come back does. On a busy machine that happens. */
async function ringUntilTaken(...rung: Parameters<typeof ringHttp>): Promise<RingAnswer> {
  const answer = await ringHttp(...rung);
  return answer.status === 503 ? ringUntilTaken(...rung) : answer;
}
