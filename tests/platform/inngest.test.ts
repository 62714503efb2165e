import { expect, onTestFinished, test } from "vitest";
import { inngest } from "@/lib/platform/inngest";
import { changeEnvironment } from "../support/environment";
import { startReceiver } from "../support/receiver";
import { provideTestDatabase } from "../support/test-workspace";

provideTestDatabase();

test("an Inngest server that has not answered after ten seconds is asked again, with the same event", {
  timeout: 60_000,
}, async () => {
  const headers = { "content-type": "application/json" };
  const server = await startReceiver((_, n) =>
    n === 1 ? "hang" : { headers, body: JSON.stringify({ ids: ["01J"], status: 200 }) },
  );
  onTestFinished(server.close);
  changeEnvironment({
    INNGEST_BASE_URL: server.url,
    INNGEST_EVENT_KEY: "a-key",
    INNGEST_SIGNING_KEY: "signkey-test-00",
  });

  await inngest().send({ id: "run_1", name: "doorbell/run.requested", data: { runId: "run_1" } });

  const events = server.requests.flatMap(({ body }) => JSON.parse(body));
  expect(events.map(({ id, name }) => [id, name])).toEqual(
    Array.from({ length: 2 }, () => ["run_1", "doorbell/run.requested"]),
  );
});
