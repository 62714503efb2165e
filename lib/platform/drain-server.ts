import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** How often a server that stops looks for connections whose requests have been answered meanwhile. */
const LOOK_EVERY_MS = 20;

export type Drain = {
  /** Tells of a response that may have no end. Not meant for all: whatever is in a set outlives many a collection. */
  watch: (response: ServerResponse) => void;
  /**
   * Stops the server: requests that have begun are answered and their connections then closed, streams of events, which
   * have no end, are cut at once, and whatever is left after `drainMs`, too.
   */
  stop: (drainMs: number) => Promise<void>;
};

/** Watches a server's connections from now on. */
export function prepareDrain(server: Server): Drain {
  const sockets = new Set<Socket>();
  const watched = new Set<ServerResponse>();
  let isDraining = false;
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("request", (_, response) => {
    // Else a sender that always has something more to say would never be rid of.
    if (isDraining) response.shouldKeepAlive = false;
  });

  return {
    watch(response) {
      watched.add(response);
      response.once("close", () => watched.delete(response));
    },
    async stop(drainMs) {
      isDraining = true;
      const closed = new Promise((resolve) => server.close(resolve));
      for (const response of watched) if (isEventStream(response)) response.destroy();
      const look = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS);
      const impatience = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, drainMs);
      await closed;
      clearInterval(look);
      clearTimeout(impatience);
    },
  };
}

function isEventStream(response: ServerResponse): boolean {
  return String(response.getHeader("content-type")).startsWith("text/event-stream");
}
