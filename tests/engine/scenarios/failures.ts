import { NonRetriableError, RetryAfterError } from "inngest";
import { expect } from "vitest";
import { runToEnd, type Scenario } from "../stage";

/** What fails, and what becomes of the rest. */
export const FAILURES: Scenario[] = [
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
      expect((await runToEnd(stage, "flaky")).result).toEqual([1, 0]);
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
      expect((await runToEnd(stage, "caught")).result).toBe("went on after attempt 1");
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
      expect((await runToEnd(stage, "between")).result).toBe(1);
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
      const end = await runToEnd(stage, "hopeless");
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
      expect((await runToEnd(stage, "branches")).result).toEqual(["good", "bad branch", 2]);
    },
  },
];
