import { isDatabaseReachable } from "@/lib/stores/reachability";

export const dynamic = "force-dynamic";

/** Whether rings can be stored: 200, or 503 while the database is away. */
export async function GET(): Promise<Response> {
  const isReady = await isDatabaseReachable();
  return Response.json(
    isReady ? { status: "ready" } : { status: "unavailable", error: "The database cannot be reached." },
    { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
