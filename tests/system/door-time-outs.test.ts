import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { callApi, makeEndpoint } from "../support/api";
import { startApp } from "../support/app";
import { ringHttp } from "../support/ring-http";

/** Ten seconds for the headers and twenty for everything are meant, looked at every two. */
const CLOSED_MS_MAX = 40_000;

type Sent = { port: number; start: string; drip: string };

/** Sends a beginning, and then a little every half second, until the other side has enough. */
async function sendSlowly({ port, start, drip }: Sent): Promise<{ answer: string; tookMs: number }> {
  const startedMs = performance.now();
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  const closed = new Promise((resolve) => socket.on("close", resolve));
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  socket.on("error", () => undefined);
  socket.write(start);
  const timer = setInterval(() => socket.write(drip), 500);
  await Promise.race([closed, pause(CLOSED_MS_MAX)]);
  clearInterval(timer);
  socket.destroy();
  return { answer, tookMs: performance.now() - startedMs };
}

test("a sender that is too slow is shown out, keeps nobody else waiting, and leaves nothing behind", {
  timeout: 90_000,
}, async () => {
  const app = await startApp();
  const { path } = await makeEndpoint(app);
  const head = `POST ${path} HTTP/1.1\r\nHost: doorbell.test\r\n`;
  const dripping = [
    { start: head, drip: "X-Drip: 1\r\n" },
    { start: `${head}Content-Length: 1000\r\n\r\n`, drip: "x" },
    { start: `${head}Transfer-Encoding: chunked\r\n\r\n`, drip: "1\r\nx\r\n" },
    { start: `${head}Content-Length: 1000\r\n\r\n`, drip: "" },
  ];
  const slow = Promise.all(
    Array.from({ length: 40 }, (_, n) => sendSlowly({ port: app.port, start: "", drip: "", ...dripping[n % 4] })),
  );

  expect((await ringHttp(app.url + path)).status).toBe(202);
  for (const { answer, tookMs } of await slow) {
    expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
    expect(tookMs).toBeLessThan(CLOSED_MS_MAX);
  }
  expect((await ringHttp(app.url + path)).status).toBe(202);
  expect((await callApi(app, "GET /deliveries")).body).toMatchObject({ items: { length: 2 } });
  // Nobody's fault is no error of ours.
  expect(app.output()).not.toMatch(/"level":"error"/);
});
