import { setTimeout as pause } from "node:timers/promises";
import { NonRetriableError } from "inngest";
import { expect } from "vitest";
import { runToEnd, type Scenario } from "../stage";

/** What waits for a time, an event or another function. */
export const WAITS: Scenario[] = [
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
      const { result } = await runToEnd(stage, "sleeper");
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
      const ending = runToEnd(stage, "waiter");
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
      expect((await runToEnd(stage, "sender")).result).toBe(2);
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
      expect((await runToEnd(stage, "parent")).result).toEqual([42, "the child failed"]);
    },
  },
];
