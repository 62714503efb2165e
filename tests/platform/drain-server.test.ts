import { Agent, createServer, get, type IncomingMessage, type Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { prepareDrain } from "@/lib/platform/drain-server";

/** A server that answers after a while, never, or goes on telling. */
async function startServer(): Promise<{ port: number; drain: (drainMs: number) => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    if (request.url === "/slow") setTimeout(() => response.end("done"), 300);
    if (request.url === "/events") {
      drain.watch(response);
      response.setHeader("content-type", "text/event-stream").write("data: 1\n\n");
    }
  });
  const drain = prepareDrain(server);
  onTestFinished(() => server.closeAllConnections());
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  return { port: address && typeof address === "object" ? address.port : 0, drain: drain.stop };
}

function ask(port: number, path: string): Promise<string> {
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  return new Promise((resolve) => {
    const gone = () => resolve("gone");
    const read = (response: IncomingMessage) => {
      let text = "";
      response.on("data", (chunk) => (text += chunk));
      response.on("end", () => resolve(text));
      response.on("error", gone);
    };
    get({ port, path, agent }, read).on("error", gone);
  });
}

test("what has begun is answered, streams are cut, and connections that are kept open do not hold it up", async () => {
  const { port, drain } = await startServer();
  const asked = Promise.all(["/slow", "/events"].map((path) => ask(port, path)));
  await pause(100);
  await drain(20_000);
  expect(await asked).toEqual(["done", "gone"]);
  expect(await ask(port, "/slow")).toBe("gone");
}, 10_000);

test("what has no end is cut when time is up", async () => {
  const { port, drain } = await startServer();
  const asked = ask(port, "/never");
  await pause(100);
  await drain(100);
  expect(await asked).toBe("gone");
});
