import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import { listen } from "@/lib/platform/live";

/** Sent into the silence, so that proxies keep the connection and a dead one is noticed. */
const HEARTBEAT_EVERY_MS = 20_000;

/** What changes in the actor's workspace, as server-sent events, until the reader goes away. */
export function liveStream(actor: Actor, reader: AbortSignal): ReadableStream<Uint8Array> {
  authorize(actor, "delivery:read");
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const stopListening = listen((event) => {
        if (event.workspaceId !== actor.workspaceId) return;
        send(`event: ${event.kind}\ndata: ${JSON.stringify(event.data)}\n\n`);
      });
      const heartbeat = setInterval(() => send(": still here\n\n"), HEARTBEAT_EVERY_MS);
      send("retry: 2000\n\n");
      reader.addEventListener("abort", () => {
        clearInterval(heartbeat);
        stopListening();
        controller.close();
      });
    },
  });
}
