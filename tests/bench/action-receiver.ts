import { createServer } from "node:http";
import { monotonicMs } from "./monotonic-ms";

/** A process that actions send their requests to. It answers at once and, when asked, tells when each ring's request came. */
const arrivedAtMs: Record<string, number> = {};

const server = createServer((request, response) => {
  arrivedAtMs[String(request.headers["x-ring"])] = monotonicMs();
  request.resume();
  request.once("end", () => {
    response.writeHead(200, { "content-type": "application/json", "content-length": 11 });
    response.end('{"ok":true}');
  });
});
process.once("message", () => {
  server.listen(0, "127.0.0.1", () => {
    process.on("message", () => process.send?.(arrivedAtMs));
    process.send?.(server.address());
  });
});
