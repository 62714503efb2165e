import { route } from "@/app/api/define-route";
import { liveStream } from "@/lib/services/live-stream";

/** Server-sent events: `delivery` and `run`, as they change. */
export const GET = route({}, ({ actor, request }) => {
  const stream = liveStream(actor, request.signal);
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
});
