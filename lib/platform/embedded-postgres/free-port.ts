import { createServer } from "node:net";

/** A port of 127.0.0.1 that nobody listened on just now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address !== "string") resolve(address.port);
        else reject(new Error("The system gave no port."));
      });
    });
  });
}
