import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { z } from "zod";
import { refuse } from "@/app/api/answer";
import { authOptions } from "@/app/api/auth/auth-options";
import { requestAddress } from "@/app/api/request-address";
import { DoorbellError } from "@/lib/domain/errors";
import { type NewSession, signIn } from "@/lib/services/sign-in";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Signing in and out, by NextAuth. */
async function answerAuth(request: NextRequest, context: Context): Promise<Response> {
  try {
    const { nextauth } = await context.params;
    // NextAuth would let anybody write into our log.
    if (nextauth[0] === "_log") return Response.json({});
    return await runNextAuth(request, context);
  } catch (error) {
    return refuse(error instanceof SyntaxError ? unreadable(error) : error, request);
  }
}

export { answerAuth as GET, answerAuth as POST };

async function runNextAuth(request: NextRequest, context: Context): Promise<Response> {
  let refusal: Response | undefined;

  async function authorize(sent: unknown): Promise<NewSession> {
    try {
      return await signIn(Credentials.parse(sent), {
        address: requestAddress(request.headers),
        userAgent: request.headers.get("user-agent") ?? "",
      });
    } catch (error) {
      refusal = refuse(error, request);
      // NextAuth passes the message on to the form, so it must be the one that is meant for people.
      const { error: sentence } = Refusal.parse(await refusal.clone().json());
      throw new Error(sentence, { cause: error });
    }
  }

  const response: Response = await NextAuth(request, context, authOptions(authorize));
  // Its word for an address to return to that is none.
  if (response.status === 500) throw unreadable();
  return refusal ? withStatus(response, refusal) : response;
}

const Credentials = z.object({ email: z.string().catch(""), password: z.string().catch("") });
const Refusal = z.object({ error: z.string() });

/** NextAuth answers every refusal with 401. A redirect, for browsers without scripts, stays one. */
function withStatus(response: Response, refusal: Response): Response {
  if (response.status !== 401) return response;
  const headers = new Headers(response.headers);
  const retryAfter = refusal.headers.get("retry-after");
  if (retryAfter) headers.set("retry-after", retryAfter);
  return new Response(response.body, { status: refusal.status, headers });
}

function unreadable(cause?: unknown): DoorbellError {
  return new DoorbellError("malformed_body", "This request cannot be read.", { cause });
}
