import { expect, test } from "vitest";
import { outlastOutage } from "@/lib/platform/outlast-outage";

const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });

test("what fails because the database is away is done again until it is back", async () => {
  let tries = 0;
  const work = async () => {
    tries += 1;
    if (tries < 3) throw refused;
    return "done";
  };
  expect(await outlastOutage(work)).toBe("done");
  expect(tries).toBe(3);
});

test("any other failure is passed on at once", async () => {
  let tries = 0;
  const work = async () => {
    tries += 1;
    throw new Error("duplicate key");
  };
  await expect(outlastOutage(work)).rejects.toThrow("duplicate key");
  expect(tries).toBe(1);
});
