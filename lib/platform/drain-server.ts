import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/**
 * Watches a server's connections from now on. The returned function stops it: requests that have begun are answered and
 * their connections then closed, streams of events, which have no end, are cut at once, and whatever is left after
 * `drainMs`, too.
 */
export function prepareDrain(server: Server): (drainMs: number) => Promise<void> {
  const sockets = new Set<Socket>();
  const unanswered = new Set<ServerResponse>();
  let isDraining = false;
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("request", (_, response) => {
    unanswered.add(response);
    response.once("close", () => unanswered.delete(response));
    // Else a sender that always has something more to say would never be rid of.
    if (isDraining) response.shouldKeepAlive = false;
  });

  return async function drain(drainMs) {
    isDraining = true;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const response of unanswered) {
      response.shouldKeepAlive = false;
      if (isEventStream(response)) response.destroy();
    }
    const impatience = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, drainMs);
    await closed;
    clearTimeout(impatience);
  };
}

function isEventStream(response: ServerResponse): boolean {
  return String(response.getHeader("content-type")).startsWith("text/event-stream");
}
