import { afterAll, expect, test } from "vitest";
import { createSandbox } from "@/lib/platform/sandbox/create-sandbox";

const sandbox = createSandbox({ threadsMax: 1, waitingMax: 3 });
afterAll(() => sandbox.close());

test("jobs are done one after the other, in the order they came; more than may wait are refused", async () => {
  const done: string[] = [];
  const run = async (name: string) => {
    const evaluated = await sandbox.run(`return "${name}"`, "{}");
    done.push(evaluated.ok ? evaluated.json : evaluated.message);
  };
  const jobs = [run("a"), run("b"), run("c")];
  await expect(run("d")).rejects.toThrow("Too much code waits for the sandbox.");
  await Promise.all(jobs);
  expect(done).toEqual(['"a"', '"b"', '"c"']);
});

test("a thread that hangs costs its own job only", async () => {
  const jobs = [
    sandbox.run("return [].indexOf.call({ length: 2 ** 53 - 1 }, 1)", "{}"),
    sandbox.run("return 1", "{}"),
    sandbox.run("return 2", "{}"),
  ];
  expect(await Promise.all(jobs)).toEqual([
    { ok: false, message: "The code ran longer than 250 ms." },
    { ok: true, json: "1" },
    { ok: true, json: "2" },
  ]);
});
