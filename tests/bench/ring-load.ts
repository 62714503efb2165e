import { createConnection } from "node:net";
import { monotonicMs } from "./monotonic-ms";
import { median, quantile } from "./quantile";
import { prepareRings, type RingTarget } from "./ring-request";

/** A process that rings. `closed`: each connection rings again once it is answered. `paced`: at fixed moments, come what may. */
export type Load = RingTarget & { idPrefix: string } & (
    | { kind: "closed"; connections: number; until: { seconds: number } | { count: number } }
    | { kind: "paced"; ratePerSecond: number; count: number }
  );

export type LoadResult = {
  answered: number;
  errors: number;
  seconds: number;
  startedAtMs: number;
  answerP50Ms: number;
  answerP99Ms: number;
  /** When each paced ring began, by its id, on the clock that all processes of the machine share. */
  begunAtMs: Record<string, number>;
};

process.once("message", async (load: Load) => process.send?.(await ring(load)));

async function ring(load: Load): Promise<LoadResult> {
  const make = prepareRings(load);
  const connections = await Promise.all(
    Array.from({ length: load.kind === "closed" ? load.connections : 32 }, () => connect(new URL(load.url))),
  );
  const answerMs: number[] = [];
  const begunAtMs: Record<string, number> = {};
  let errors = 0;
  let sent = 0;
  async function ringOnce(send: Send): Promise<void> {
    const id = `${load.idPrefix}-${sent++}`;
    const beganMs = monotonicMs();
    if (load.kind === "paced") begunAtMs[id] = beganMs;
    if ((await send(make(id))) === 202) answerMs.push(monotonicMs() - beganMs);
    else errors += 1;
  }

  const startedAtMs = Date.now();
  const beganMs = monotonicMs();
  if (load.kind === "closed") {
    const { until } = load;
    const isOver = () => ("count" in until ? sent >= until.count : monotonicMs() - beganMs >= until.seconds * 1_000);
    await Promise.all(
      connections.map(async ({ send }) => {
        while (!isOver()) await ringOnce(send);
      }),
    );
  } else {
    await pace(load, (n) => ringOnce(connections[n % connections.length]?.send ?? unreachable));
  }
  const seconds = (monotonicMs() - beganMs) / 1_000;
  for (const { close } of connections) close();
  const [answerP50Ms, answerP99Ms] = [median(answerMs), quantile(answerMs, 0.99)];
  return { answered: answerMs.length, errors, seconds, startedAtMs, answerP50Ms, answerP99Ms, begunAtMs };
}

function pace(load: Load & { kind: "paced" }, ringOnce: (n: number) => Promise<void>): Promise<unknown> {
  return Promise.all(
    Array.from({ length: load.count }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, (n * 1_000) / load.ratePerSecond));
      await ringOnce(n);
    }),
  );
}

type Send = (request: Buffer) => Promise<number>;
const unreachable: Send = () => Promise.reject(new Error("There is no connection."));

/** A kept connection that carries one request at a time; `send` answers with the status, 0 when it broke. */
function connect({ hostname, port }: URL): Promise<{ send: Send; close: () => void }> {
  let received = "";
  let onAnswer = (_status: number): void => {};
  const socket = createConnection({ host: hostname, port: Number(port), noDelay: true });
  socket.on("error", () => onAnswer(0));
  socket.on("close", () => onAnswer(0));
  socket.on("data", (chunk) => {
    received += chunk.toString("latin1");
    const headEnd = received.indexOf("\r\n\r\n");
    if (headEnd < 0) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(received)?.[1] ?? 0);
    if (received.length < headEnd + 4 + length) return;
    const status = Number(received.slice(9, 12));
    received = "";
    onAnswer(status);
  });
  const send: Send = (request) =>
    new Promise((resolve) => {
      onAnswer = resolve;
      if (socket.destroyed) resolve(0);
      else socket.write(request);
    });
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.once("connect", () => resolve({ send, close: () => socket.destroy() }));
  });
}
