import { serve } from "inngest/next";
import type { NextRequest } from "next/server";
import { createRunWorkflow } from "@/lib/inngest/run-workflow";
import { usesInngestServer } from "@/lib/platform/env";
import { inngest } from "@/lib/platform/inngest";

type Handlers = ReturnType<typeof serve>;
let handlers: Handlers | undefined;

/** Where a real Inngest calls the workflow steps. Without one there is nothing here: the embedded engine needs no address. */
function answer(method: keyof Handlers) {
  return async (request: NextRequest, context: unknown): Promise<Response> => {
    if (!usesInngestServer()) return new Response(null, { status: 404 });
    handlers ??= serve({ client: inngest(), functions: [createRunWorkflow(inngest())], enableUnauthedSync: false });
    return handlers[method](request, context);
  };
}

export const GET = answer("GET");
export const POST = answer("POST");
export const PUT = answer("PUT");
