import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import type { Scenario } from "../stage";

/** Which runs begin, how many at once, and which are cancelled. */
export const STARTS: Scenario[] = [
  {
    name: "of calls that share a concurrency key, no more than the limit run at once",
    functions: ({ client, journal }) => [
      client.createFunction(
        { id: "narrow", concurrency: { limit: 1, key: "event.data.lane" }, triggers: [{ event: "test/narrow" }] },
        async ({ event, step }) => {
          await step.run("work", async () => {
            journal.note(`narrow ${event.data.key}`, `begin ${event.data.lane}`);
            await pause(200);
            journal.note(`narrow ${event.data.key}`, `end ${event.data.lane}`);
          });
        },
      ),
    ],
    play: async (stage) => {
      const { client, key, journal } = stage;
      const lanes = [`a ${key}`, `a ${key}`, `b ${key}`, `a ${key}`];
      await client.send(lanes.map((lane) => ({ name: "test/narrow", data: { key, lane } })));
      await stage.until(() => stage.ended("narrow").length === lanes.length);
      const inA = journal.of(`narrow ${key}`).filter((note) => String(note).includes(" a "));
      expect(inA).toEqual([0, 1, 2].flatMap(() => [`begin a ${key}`, `end a ${key}`]));
    },
  },
  {
    name: "an idempotency key runs once, and so does an event id",
    functions: ({ client }) => [
      client.createFunction(
        { id: "once", idempotency: "event.data.order", triggers: [{ event: "test/once" }] },
        async ({ event }) => event.data.order,
      ),
      client.createFunction(
        { id: "deduped", triggers: [{ event: "test/deduped" }] },
        async ({ event }) => event.data.n,
      ),
    ],
    play: async (stage) => {
      const { client, key } = stage;
      const orders = [`1 ${key}`, `1 ${key}`, `2 ${key}`];
      await client.send(orders.map((order) => ({ name: "test/once", data: { key, order } })));
      await client.send({ id: `id ${key}`, name: "test/deduped", data: { key, n: 1 } });
      await client.send({ id: `id ${key}`, name: "test/deduped", data: { key, n: 2 } });
      await pause(2_000);
      expect(
        stage
          .ended("once")
          .map(({ result }) => result)
          .toSorted(),
      ).toEqual([`1 ${key}`, `2 ${key}`]);
      expect(stage.ended("deduped").map(({ result }) => result)).toEqual([1]);
    },
  },
  {
    name: "an event cancels the runs that it matches, and no others",
    functions: ({ client, journal }) => [
      client.createFunction(
        {
          id: "cancelled",
          cancelOn: [{ event: "test/cancel", match: "data.lane" }],
          triggers: [{ event: "test/cancelled" }],
        },
        async ({ event, step }) => {
          await step.sleep("a while", "4s");
          await step.run("after", () => journal.note(`after ${event.data.key}`, event.data.lane));
        },
      ),
    ],
    play: async (stage) => {
      const { client, key, journal } = stage;
      const [stays, goes] = [`stays ${key}`, `goes ${key}`];
      await client.send([stays, goes].map((lane) => ({ name: "test/cancelled", data: { key, lane } })));
      await pause(1_500);
      await client.send({ name: "test/cancel", data: { lane: goes } });
      await stage.until(() => stage.ended("cancelled").length === 2);
      expect(journal.of(`after ${key}`)).toEqual([stays]);
    },
  },
  {
    name: "a trigger's condition decides whether a run begins",
    functions: ({ client }) => [
      client.createFunction(
        { id: "picky", triggers: [{ event: "test/picky", if: "event.data.amount > 100" }] },
        async ({ event }) => event.data.amount,
      ),
    ],
    play: async (stage) => {
      const { client, key } = stage;
      await client.send([50, 150].map((amount) => ({ name: "test/picky", data: { key, amount } })));
      await stage.until(() => stage.ended("picky").length > 0);
      await pause(500);
      expect(stage.ended("picky").map(({ result }) => result)).toEqual([150]);
    },
  },
];
