import { createServer, type Server } from "node:http";
import { isIP } from "node:net";

/** A machine that nobody may reach: it listens at every address of this one, and counts who comes. */
export type Inside = { port: number; hits: () => number; close: () => void };

export async function startInside(): Promise<Inside> {
  const servers: Server[] = [];
  let hits = 0;
  const listen = (host: string, atPort: number): Promise<number> => {
    const server = createServer((_request, response) => response.end("inside"));
    server.on("connection", () => {
      hits += 1;
    });
    servers.push(server);
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen({ host, port: atPort, ipv6Only: isIP(host) === 6 }, () => {
        const address = server.address();
        resolve(address !== null && typeof address === "object" ? address.port : 0);
      });
    });
  };
  const port = await listen("0.0.0.0", 0);
  await listen("::", port);
  return {
    port,
    hits: () => hits,
    close: () => {
      for (const server of servers) server.closeAllConnections();
      for (const server of servers) server.close();
    },
  };
}
