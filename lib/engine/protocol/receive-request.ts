import { z } from "zod";
import type { EngineEvent } from "@/lib/engine/runs/start-runs";

/** What the SDK asks of a server. */
export type ServerPart = {
  register: (body: unknown) => void;
  send: (events: EngineEvent[]) => Promise<string[]>;
  checkpoint: (body: unknown) => Promise<number>;
};

const SentEvent = z.object({
  name: z.string(),
  data: z.unknown().optional(),
  id: z.string().optional(),
  ts: z.number().optional(),
  user: z.unknown().optional(),
});
const SentEvents = z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(SentEvent));

/** A `fetch` that answers the SDK's requests in this process, as an Inngest server would. */
export function createServerFetch(server: ServerPart): typeof fetch {
  return async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const body: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
    try {
      return await route(server, pathname, body);
    } catch (error) {
      return Response.json(
        { error: error instanceof Error ? error.message : String(error), status: 500 },
        { status: 500 },
      );
    }
  };
}

async function route(server: ServerPart, pathname: string, body: unknown): Promise<Response> {
  if (pathname === "/fn/register") {
    server.register(body);
    return Response.json({ ok: true, modified: true });
  }
  if (pathname.startsWith("/e/")) {
    return Response.json({ ids: await server.send(SentEvents.parse(body)), status: 200 });
  }
  if (/^\/v1\/checkpoint\/[^/]+\/async$/.test(pathname)) {
    return new Response(null, { status: await server.checkpoint(body) });
  }
  return Response.json({ error: `The embedded engine does not offer ${pathname}.`, status: 501 }, { status: 501 });
}
