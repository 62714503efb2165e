import { createEndpoint } from "@/lib/services/create-endpoint";
import { listEndpoints } from "@/lib/services/list-endpoints";
import { ringEndpoint } from "@/lib/services/ring-endpoint";

/** Another process of the app: it makes endpoints, reads them and rings them, until its input ends. */
const actor = JSON.parse(process.argv[2] ?? "{}");
const told = { made: 0, opened: 0, failures: [] as string[] };
let isOver = false;
process.stdin.resume().on("end", () => {
  isOver = true;
});

while (!isOver) {
  try {
    const { id } = await createEndpoint(actor, { name: "Made meanwhile", source: "github", options: {} });
    const { status } = await ringEndpoint(actor, id, undefined);
    if (status !== 202) told.failures.push(`A ring was answered with ${status}.`);
    told.made += 1;
    told.opened += (await listEndpoints(actor, { limit: 200 })).items.length;
    if (told.made === 1) process.stdout.write("at work\n");
  } catch (error) {
    told.failures.push(String(error));
  }
}
process.stdout.write(`${JSON.stringify(told)}\n`);
process.exit();
