import { DoorbellError } from "@/lib/domain/errors";
import { ApprovalDecision } from "@/lib/domain/runs/approval";
import { readWebBody } from "@/lib/platform/web-body";
import { decideApprovalByLink } from "@/lib/services/decide-approval";

const FORM_BYTES_MAX = 32_768;

type Context = { params: Promise<{ token: string }> };

/**
 * Takes the decision of whoever has the link, from a plain form, and shows the page again, which tells what became of it. No
 * origin is asked for: the token alone may decide, and no browser sends it along by itself.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const bytes = await readWebBody(request, FORM_BYTES_MAX);
  const form = new URLSearchParams(new TextDecoder().decode(bytes ?? new Uint8Array()));
  const decision = ApprovalDecision.safeParse(Object.fromEntries(form));
  if (!decision.success) return backTo(token, "?unread");
  try {
    await decideApprovalByLink(token, decision.data);
  } catch (error) {
    // What has been decided, or is not there, the page says by itself.
    if (!(error instanceof DoorbellError)) throw error;
  }
  return backTo(token);
}

function backTo(token: string, query = ""): Response {
  const location = `/approve/${encodeURIComponent(token)}${query}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
