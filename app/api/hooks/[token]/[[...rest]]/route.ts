import { after, type NextRequest } from "next/server";
import { parseHookPath } from "@/lib/domain/deliveries/parse-hook-path";
import { usesInngestServer } from "@/lib/platform/env";
import { inngest } from "@/lib/platform/inngest";
import { readWebBody } from "@/lib/platform/web-body";
import { announceQueued } from "@/lib/services/announce";
import { answerRing } from "@/lib/services/answer-ring";
import { handOverRuns } from "@/lib/services/hand-over";
import { requestUrl } from "@/lib/services/request-url";
import type { NewRun } from "@/lib/stores/delivery-commits";

/** A webhook arrives where Next.js runs without `server.ts`, which answers this path itself. */
async function ring(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  const parts = parseHookPath(pathname + search) ?? { token: "", path: "", query: "" };
  const answer = await answerRing(
    {
      ...parts,
      method: request.method,
      headers: [...request.headers].map(([name, value]) => ({ name, value })),
      // Without `server.ts` there is no socket to ask.
      address: "",
      isHttps: request.nextUrl.protocol === "https:",
      isFromProxy: false,
      url: requestUrl(request.headers.get("host") ?? "localhost", pathname + search),
      readBody: (bytesMax) => readWebBody(request, bytesMax),
    },
    handOverSoon,
  );
  return new Response(request.method === "HEAD" ? null : answer.body, answer);
}

/** To a real Inngest at once. The embedded engine's own process is told to look. */
function handOverSoon(runs: NewRun[]): void {
  if (!usesInngestServer()) announceQueued();
  else
    after(() =>
      handOverRuns(
        runs.map(({ id }) => id),
        (events) => inngest().send(events),
      ),
    );
}

export { ring as DELETE, ring as GET, ring as HEAD, ring as OPTIONS, ring as PATCH, ring as POST, ring as PUT };
