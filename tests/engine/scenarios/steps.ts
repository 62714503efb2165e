import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { runToEnd, type Scenario } from "../stage";

/** Steps: in order, at once, in a race and in a loop, and what they give. */
export const STEPS: Scenario[] = [
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
      const end = await runToEnd(stage, "sequence", { n: 7 });
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
      expect((await runToEnd(stage, "plain", { n: 3 })).result).toBe(3);
    },
  },
  {
    name: "any JSON survives: NUL, large numbers, null",
    functions: ({ client }) => [
      client.createFunction({ id: "json", triggers: [{ event: "test/json" }] }, async ({ event, step }) =>
        step.run("echo", () => event.data.value),
      ),
    ],
    play: async (stage) => {
      const value = {
        nul: "a\u0000b",
        emoji: "🔔",
        number: 9007199254740991,
        none: null,
        quote: `"'\\`,
      };
      const end = await runToEnd(stage, "json", { value });
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
      expect((await runToEnd(stage, "parallel")).result).toBe(6);
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
      const end = await runToEnd(stage, "race");
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
      expect((await runToEnd(stage, "loop")).result).toEqual([0, 1, 2]);
    },
  },
];
