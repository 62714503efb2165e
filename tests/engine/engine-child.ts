import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { serveEmbedded } from "@/lib/engine/embedded-client";
import { createEngine } from "@/lib/engine/engine";

/** A process of its own that performs errands, writing into the table `effects` what it really did. */
const url = process.argv[2] ?? "";
const pool = new pg.Pool({ connectionString: url, max: 4 });
pool.on("error", () => {});
const engine = createEngine({ url, appId: "child", slots: 8, leaseMs: 1_500, pollMs: 500 });

async function effect(errand: string, step: string): Promise<string> {
  await pool.query("INSERT INTO effects (errand, step, process) VALUES ($1, $2, $3)", [errand, step, process.pid]);
  await pause(40);
  return step;
}

const errand = engine.client.createFunction(
  { id: "errand", triggers: [{ event: "errand" }] },
  async ({ event, step }) => {
    const { name } = event.data;
    await step.run("go", () => effect(name, "go"));
    await Promise.all(["bread", "milk"].map((thing) => step.run(thing, () => effect(name, thing))));
    await step.sleep("rest", "1s");
    await step.run("return", () => effect(name, "return"));
    await effect(name, "end");
  },
);

await engine.start(serveEmbedded({ client: engine.client, functions: [errand] }));
process.stdout.write("ready\n");
process.on("SIGTERM", async () => {
  await engine.stop({ drainMs: 5_000 });
  await pool.end();
});
