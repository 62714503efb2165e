import { setTimeout as pause } from "node:timers/promises";
import { NonRetriableError, RetryAfterError } from "inngest";
import { expect } from "vitest";
import type { Scenario, Stage } from "./stage";

/** Sends an event of a play and waits for the run that it begins to end. */
async function run(stage: Stage, name: string, data: Record<string, unknown> = {}) {
  await stage.client.send({ name: `test/${name}`, data: { ...data, key: stage.key } });
  return stage.until(() => stage.ended(name).at(-1));
}

/** What a durable function may rely on, wherever it runs. Each is played on the embedded engine and on an Inngest server. */
export const SCENARIOS: Scenario[] = [
  {
    name: "steps run once, in order, and what they gave is kept",
    functions: ({ client, journal }) => [
      client.createFunction({ id: "sequence", triggers: [{ event: "test/sequence" }] }, async ({ event, step }) => {
        const first = await step.run("first", () => {
          journal.note("sequence", `first ${event.data.key}`);
          return { value: event.data.n };
        });
        const second = await step.run({ id: "second", name: "The second" }, () => {
          journal.note("sequence", `second ${event.data.key}`);
          return { value: first.value + 1 };
        });
        await step.run("nothing", () => {});
        return [first, second];
      }),
    ],
    play: async (stage) => {
      const end = await run(stage, "sequence", { n: 7 });
      expect(end.result).toEqual([{ value: 7 }, { value: 8 }]);
      expect(stage.journal.of("sequence").filter((note) => String(note).endsWith(stage.key))).toHaveLength(2);
    },
  },
  {
    name: "a function without steps runs",
    functions: ({ client }) => [
      client.createFunction({ id: "plain", triggers: [{ event: "test/plain" }] }, async ({ event }) => event.data.n),
    ],
    play: async (stage) => {
      expect((await run(stage, "plain", { n: 3 })).result).toBe(3);
    },
  },
  {
    name: "any JSON survives: NUL, lone surrogates, large numbers, null",
    functions: ({ client }) => [
      client.createFunction({ id: "json", triggers: [{ event: "test/json" }] }, async ({ event, step }) =>
        step.run("echo", () => event.data.value),
      ),
    ],
    play: async (stage) => {
      const value = {
        nul: "a\u0000b",
        emoji: "🔔",
        half: "\ud83d",
        number: 9007199254740991,
        none: null,
        quote: `"'\\`,
      };
      const end = await run(stage, "json", { value });
      expect(end.result).toEqual(value);
    },
  },
  {
    name: "parallel steps all end before the function goes on",
    functions: ({ client }) => [
      client.createFunction({ id: "parallel", triggers: [{ event: "test/parallel" }] }, async ({ step }) => {
        const parts = await Promise.all([1, 2, 3].map((n) => step.run(`part ${n}`, () => pause(50).then(() => n))));
        return step.run("join", () => parts.reduce((sum, n) => sum + n, 0));
      }),
    ],
    play: async (stage) => {
      expect((await run(stage, "parallel")).result).toBe(6);
    },
  },
  {
    name: "in a race, a quick branch goes on while a slow one is still at its first step",
    functions: ({ client, journal }) => [
      client.createFunction({ id: "race", triggers: [{ event: "test/race" }] }, async ({ event, step, group }) => {
        const at = (name: string, pauseMs: number) =>
          step.run(name, async () => {
            await pause(pauseMs);
            journal.note(`race ${event.data.key}`, name);
            return name;
          });
        const quick = async () => [await at("quick 1", 0), await at("quick 2", 0), await at("quick 3", 0)];
        return group.parallel({ mode: "race" }, () => Promise.all([at("slow", 1_500), quick()]));
      }),
    ],
    play: async (stage) => {
      const end = await run(stage, "race");
      expect(end.result).toEqual(["slow", ["quick 1", "quick 2", "quick 3"]]);
      expect(stage.journal.of(`race ${stage.key}`)).toEqual(["quick 1", "quick 2", "quick 3", "slow"]);
    },
  },
  {
    name: "a step id that is used again is another step",
    functions: ({ client }) => [
      client.createFunction({ id: "loop", triggers: [{ event: "test/loop" }] }, async ({ step }) => {
        const turns: number[] = [];
        for (let turn = 0; turn < 3; turn += 1) turns.push(await step.run("turn", () => turn));
        return turns;
      }),
    ],
    play: async (stage) => {
      expect((await run(stage, "loop")).result).toEqual([0, 1, 2]);
    },
  },
  {
    name: "a step that asks for a pause is tried again after it, and the next step counts from the start",
    functions: ({ client }) => [
      client.createFunction(
        { id: "flaky", retries: 2, triggers: [{ event: "test/flaky" }] },
        async ({ step, attempt }) => {
          const first = await step.run("flaky", () => {
            if (attempt === 0) throw new RetryAfterError("busy", 1_000);
            return attempt;
          });
          const second = await step.run("steady", () => attempt);
          return [first, second];
        },
      ),
    ],
    play: async (stage) => {
      expect((await run(stage, "flaky")).result).toEqual([1, 0]);
    },
  },
  {
    name: "a step's last failure can be caught, and the function goes on",
    functions: ({ client }) => [
      client.createFunction(
        { id: "caught", retries: 1, triggers: [{ event: "test/caught" }] },
        async ({ step, attempt }) => {
          const port = await step
            .run("fails", () => {
              throw new RetryAfterError(`attempt ${attempt}`, 1_000);
            })
            .catch((error: Error) => error.message);
          return step.run("after", () => `went on after ${port}`);
        },
      ),
    ],
    play: async (stage) => {
      expect((await run(stage, "caught")).result).toBe("went on after attempt 1");
    },
  },
  {
    name: "a function that fails between steps is tried again, with its steps' results",
    functions: ({ client, journal }) => [
      client.createFunction(
        { id: "between", retries: 2, triggers: [{ event: "test/between" }] },
        async ({ event, step, attempt }) => {
          await step.run("once", () => journal.note(`between ${event.data.key}`));
          if (attempt === 0) throw new RetryAfterError("not yet", 1_000);
          return attempt;
        },
      ),
    ],
    play: async (stage) => {
      expect((await run(stage, "between")).result).toBe(1);
      expect(stage.journal.of(`between ${stage.key}`)).toHaveLength(1);
    },
  },
  {
    name: "a failure for good is not tried again, and onFailure hears of it",
    functions: ({ client, journal }) => [
      client.createFunction(
        {
          id: "hopeless",
          retries: 3,
          triggers: [{ event: "test/hopeless" }],
          onFailure: async ({ event, error, step }) => {
            await step.run("clean up", () => journal.note("cleaned", [event.data.event.data["key"], error.message]));
          },
        },
        async ({ event, step }) => {
          await step.run("bad", () => {
            journal.note(`hopeless ${event.data.key}`);
            throw new NonRetriableError("nope", { cause: new Error("the root of it") });
          });
        },
      ),
    ],
    play: async (stage) => {
      const end = await run(stage, "hopeless");
      expect(end.error).toMatchObject({ name: "NonRetriableError", message: "nope" });
      expect(stage.journal.of(`hopeless ${stage.key}`)).toHaveLength(1);
      const isOurs = (note: unknown) => Array.isArray(note) && note[0] === stage.key;
      expect(await stage.until(() => stage.journal.of("cleaned").find(isOurs))).toEqual([stage.key, "nope"]);
    },
  },
  {
    name: "one branch that fails for good does not undo the others",
    functions: ({ client }) => [
      client.createFunction(
        { id: "branches", retries: 1, triggers: [{ event: "test/branches" }] },
        async ({ step }) => {
          const chain = async () => {
            const first = await step.run("chain 1", () => 1);
            await step.sleep("chain pause", "1s");
            return step.run("chain 2", () => first + 1);
          };
          const failing = step.run("bad", () => {
            throw new RetryAfterError("bad branch", 1_000);
          });
          const ends = await Promise.allSettled([step.run("good", () => "good"), failing, chain()]);
          return ends.map((end) => (end.status === "fulfilled" ? end.value : end.reason.message));
        },
      ),
    ],
    play: async (stage) => {
      expect((await run(stage, "branches")).result).toEqual(["good", "bad branch", 2]);
    },
  },
  {
    name: "a sleep lasts as long as it was asked for, or until the moment",
    functions: ({ client }) => [
      client.createFunction({ id: "sleeper", triggers: [{ event: "test/sleeper" }] }, async ({ step }) => {
        const beganMs = await step.run("began", () => Date.now());
        await step.sleep("nap", "1s");
        await step.sleepUntil("until", new Date(beganMs + 2_000));
        return step.run("woke", () => Date.now() - beganMs);
      }),
    ],
    play: async (stage) => {
      const { result } = await run(stage, "sleeper");
      expect(result).toBeGreaterThanOrEqual(1_990);
      expect(result).toBeLessThan(6_000);
    },
  },
  {
    name: "a wait takes the event that matches, and gives null when none comes in time",
    functions: ({ client }) => [
      client.createFunction({ id: "waiter", triggers: [{ event: "test/waiter" }] }, async ({ step }) => {
        const wake = await step.waitForEvent("match", { event: "test/wake", timeout: "20s", match: "data.key" });
        const large = await step.waitForEvent("if", {
          event: "test/sized",
          timeout: "20s",
          if: "async.data.size > 5 && event.data.key == async.data.key",
        });
        const never = await step.waitForEvent("never", { event: "test/never", timeout: "1s" });
        return [wake?.data.n, large?.data.size, never];
      }),
    ],
    play: async (stage) => {
      const { client, key } = stage;
      const ending = run(stage, "waiter");
      await pause(1_000);
      await client.send([
        { name: "test/wake", data: { key: "another", n: 1 } },
        { name: "test/wake", data: { key, n: 2 } },
      ]);
      await pause(1_000);
      await client.send([
        { name: "test/sized", data: { key, size: 3 } },
        { name: "test/sized", data: { key, size: 9 } },
      ]);
      expect((await ending).result).toEqual([2, 9, null]);
    },
  },
  {
    name: "a step can send events, which begin other functions",
    functions: ({ client }) => [
      client.createFunction({ id: "sender", triggers: [{ event: "test/sender" }] }, async ({ event, step }) => {
        const { ids } = await step.sendEvent("send", [
          { name: "test/sent", data: { key: event.data.key, from: "sender" } },
          { name: "test/nobody-listens", data: {} },
        ]);
        return ids.length;
      }),
      client.createFunction({ id: "sent", triggers: [{ event: "test/sent" }] }, async ({ event }) => event.data.from),
    ],
    play: async (stage) => {
      expect((await run(stage, "sender")).result).toBe(2);
      const received = await stage.until(() => stage.ended("sent")[0]);
      expect(received.result).toBe("sender");
    },
  },
  {
    name: "an invoked function gives its result or its error to the one that invoked it",
    functions: ({ client }) => {
      const child = client.createFunction({ id: "child", retries: 0, triggers: [] }, async ({ event, step }) => {
        const data: Record<string, unknown> = event.data;
        const doubled = await step.run("double", () => Number(data["n"]) * 2);
        if (data["isFailing"]) throw new NonRetriableError("the child failed");
        return doubled;
      });
      const parent = client.createFunction({ id: "parent", triggers: [{ event: "test/parent" }] }, async ({ step }) => {
        const doubled = await step.invoke("ask", { function: child, data: { n: 21 } });
        const error = await step
          .invoke("ask in vain", { function: child, data: { n: 1, isFailing: true } })
          .catch((reason: Error) => reason.message);
        return [doubled, error];
      });
      return [child, parent];
    },
    play: async (stage) => {
      expect((await run(stage, "parent")).result).toEqual([42, "the child failed"]);
    },
  },
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
