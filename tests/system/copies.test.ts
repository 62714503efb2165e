import { expect, test } from "vitest";
import { z } from "zod";
import { callApi, makeEndpoint, makeWorkflow } from "../support/api";
import { startApp } from "../support/app";
import { createTestDatabase } from "../support/database";
import { signedPush } from "../support/ring";
import { ringHttp } from "../support/ring-http";

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
  const ringOne = (n: number) => ringHttp(`${apps[n % 2]?.url}${endpoint.path}`, { body: PUSH, headers });
  const answers = await Promise.all(Array.from({ length: COPIES }, (_, n) => ringOne(n)));

  expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(COPIES - 1);
  expect(new Set(answers.map(({ body }) => body.delivery)).size).toBe(COPIES);
  const Runs = z.object({ items: z.array(z.object({ deliveryId: z.string() })) });
  const { items } = Runs.parse((await callApi(app, "GET /runs")).body);
  expect(items.map(({ deliveryId }) => deliveryId)).toEqual(
    answers.filter(({ status }) => status === 202).map(({ body }) => body.delivery),
  );

  await Promise.all(apps.map((started) => started.stop()));
  await database.drop();
});
