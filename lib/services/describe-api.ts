import { z } from "zod";
import { ERROR_STATUSES } from "@/lib/domain/errors";
import { publicUrl } from "@/lib/platform/public-url";
import type { ApiOperation } from "@/lib/services/api-operation";
import { apiOperations } from "@/lib/services/api-operations";

/** The API in the words of OpenAPI 3.1, made from the schemas that check what comes in. */
export function describeApi() {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of apiOperations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Doorbell", version: "1", description: "Endpoints, workflows, deliveries and runs." },
    servers: [{ url: `${publicUrl()}/api/v1` }],
    security: [{ apiKey: [] }],
    components: {
      securitySchemes: { apiKey: { type: "http", scheme: "bearer", description: "An API key from Settings." } },
      schemas: { Error: z.toJSONSchema(ApiError) },
    },
    paths,
  };
}

const ApiError = z.object({
  error: z.string().describe("One sentence for a person."),
  code: z.enum([...Object.keys(ERROR_STATUSES), "internal"]).describe("Stable, for programs."),
  problems: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

function describe({ method, path, summary, query, input, output, status }: ApiOperation) {
  const hasAnswer = output !== undefined;
  return {
    summary,
    operationId: `${method} ${path}`.replace(/[^a-z0-9]+(.)?/gi, (_, letter: string = "") => letter.toUpperCase()),
    parameters: [...pathParameters(path), ...(query ? queryParameters(query) : [])],
    ...(input ? { requestBody: { required: true, content: json(input) } } : {}),
    responses: {
      [status ?? (hasAnswer || method === "get" ? 200 : 204)]: {
        description: summary,
        ...(hasAnswer ? { content: json(output) } : {}),
      },
      default: {
        description: "Refused, with the reason",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
}

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(query: z.ZodObject) {
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: "query",
    required: false,
    schema: z.toJSONSchema(schema, { io: "input" }),
  }));
}

/** Answers, too, are told as they come in to a reader: ids are plain text with a pattern. */
function json(schema: z.ZodType) {
  return { "application/json": { schema: z.toJSONSchema(schema, { io: "input" }) } };
}
