import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { processBirth } from "@/lib/platform/embedded-postgres/process-birth";

test("a process keeps its birth, and has none once it has ended", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1_000)"]);
  const pid = child.pid ?? 0;
  const birth = processBirth(pid);
  expect(birth).toBeTypeOf("string");
  expect(processBirth(pid)).toBe(birth);
  expect(processBirth(process.pid)).not.toBe(birth);

  child.kill("SIGKILL");
  await once(child, "exit");
  expect(processBirth(pid)).toBeUndefined();
});
