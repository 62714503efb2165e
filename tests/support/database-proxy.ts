import { connect, createServer, type Server, type Socket } from "node:net";

export type DatabaseProxy = {
  /** The database's address, by way of the proxy. */
  url: string;
  /** As if the database had been stopped: its connections break and new ones are refused. */
  stop: () => Promise<void>;
  /** As if it hung, or a cable had been pulled: connections stay open, and no answer comes. */
  freeze: () => void;
  /** Ends either trouble. */
  recover: () => Promise<void>;
  close: () => Promise<void>;
};

/** Stands between an app and its database, which others can use meanwhile. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const server = createServer({ allowHalfOpen: false }, (near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      if (isFrozen) from.pause();
      from.on("data", (chunk) => to.write(chunk));
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
      from.on("error", () => to.destroy());
    }
  });
  const port = await listen(server, 0);
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(port);

  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    url: url.toString(),
    stop,
    freeze: () => {
      isFrozen = true;
      for (const socket of sockets) socket.pause();
    },
    recover: async () => {
      isFrozen = false;
      for (const socket of sockets) socket.resume();
      if (!server.listening) await listen(server, port);
    },
    close: async () => {
      if (server.listening) await stop();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address = server.address();
      if (address && typeof address === "object") resolve(address.port);
      else reject(new Error("The proxy has no port."));
    });
  });
}
