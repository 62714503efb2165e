import type { z } from "zod";
import { answer, refuse } from "@/app/api/answer";
import { authenticate } from "@/app/api/authenticate";
import { requireOwnOrigin } from "@/app/api/own-origin";
import { readInput, readParams, readQuery } from "@/app/api/read-input";
import { type Actor, authorize } from "@/lib/domain/accounts/actor";
import type { Permission } from "@/lib/domain/accounts/role";

/** What a route takes. What it does not name, its handler gets as undefined, whatever was sent. */
type Shape<Input, Query, Params> = {
  /** The JSON body, of 2 MB at most. An empty one is read as `{}`. */
  input?: Input;
  query?: Query;
  params?: Params;
  /** Of an answer with a value; 200 unless told. Without a value it is 204. */
  status?: number;
};

type Asked<Input extends z.ZodType, Query extends z.ZodType, Params extends z.ZodType> = {
  input: z.output<Input>;
  query: z.output<Query>;
  params: z.output<Params>;
  request: Request;
};

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
type RouteHandler = (request: Request, context: Context) => Promise<Response>;

/**
 * A route of the API, for whoever has an API key or is signed in. The handler gives a value, or a response of its own;
 * whatever it throws becomes an answer, never a stack.
 */
export function route<
  Input extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Params extends z.ZodType = z.ZodUndefined,
>(
  shape: Shape<Input, Query, Params> & { permission?: Permission },
  handle: (asked: Asked<Input, Query, Params> & { actor: Actor }) => unknown,
): RouteHandler {
  return answering(shape.status, async (request, context) => {
    const actor = await authenticate(request);
    if (shape.permission) authorize(actor, shape.permission);
    return handle({ ...(await read(shape, request, context)), actor });
  });
}

/** A route of the API that asks nobody who they are. Other sites' pages are refused all the same. */
export function openRoute<
  Input extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Params extends z.ZodType = z.ZodUndefined,
>(shape: Shape<Input, Query, Params>, handle: (asked: Asked<Input, Query, Params>) => unknown): RouteHandler {
  return answering(shape.status, async (request, context) => {
    if (request.headers.has("origin")) requireOwnOrigin(request);
    return handle(await read(shape, request, context));
  });
}

function answering(
  status: number | undefined,
  work: RouteHandler | ((...args: Parameters<RouteHandler>) => unknown),
): RouteHandler {
  return async (request, context) => {
    try {
      return answer(await work(request, context), status);
    } catch (error) {
      return refuse(error, request);
    }
  };
}

async function read<Input extends z.ZodType, Query extends z.ZodType, Params extends z.ZodType>(
  shape: Shape<Input, Query, Params>,
  request: Request,
  context: Context,
): Promise<Asked<Input, Query, Params>> {
  return {
    params: readParams(shape.params, await context.params),
    query: readQuery(shape.query, request),
    input: await readInput(shape.input, request),
    request,
  };
}
