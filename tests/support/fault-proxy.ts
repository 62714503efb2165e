import { connect, createServer, type Socket } from "node:net";

/** What can be wrong with a server: nobody listens, nothing comes back, or all is done and the answer gets lost. */
export const FAULTS = ["refused", "hangs", "done, then hangs"] as const;
export type Fault = (typeof FAULTS)[number];

export type FaultProxy = {
  port: number;
  /** Ends the fault. Whoever is connected is cut off. */
  mend: () => Promise<void>;
  close: () => Promise<void>;
};

/** Stands in front of a server on this machine. `deed` is what a client says last before the server does its work. */
export async function startFaultProxy(targetPort: number, fault: Fault, deed: string): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  let isMended = false;
  const server = createServer((near) => {
    sockets.add(near);
    near.on("error", () => near.destroy());
    if (fault === "hangs" && !isMended) return;
    const far = connect(targetPort, "127.0.0.1");
    let said = "";
    let isSilent = false;
    near.on("data", (chunk) => {
      said += chunk.toString("latin1");
      isSilent ||= !isMended && said.includes(deed);
      far.write(chunk);
    });
    far.on("data", (chunk) => isSilent || near.write(chunk));
    far.on("error", () => near.destroy());
    near.on("close", () => far.end());
    far.on("close", () => isSilent || near.destroy());
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });

  await listen(0);
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  if (fault === "refused") await close();
  return {
    port,
    mend: async () => {
      isMended = true;
      for (const socket of sockets) socket.destroy();
      if (!server.listening) await listen(port);
    },
    close,
  };
}
