import { LosslessNumber } from "lossless-json";
import type { z } from "zod";
import { DoorbellError } from "@/lib/domain/errors";
import type { Json } from "@/lib/domain/json/json";
import { parseJson } from "@/lib/domain/json/parse-json";
import { readWebBody } from "@/lib/platform/web-body";

const INPUT_BYTES_MAX = 2_097_152;

/** The request's JSON body, as the schema has it. Refuses what is too large, no JSON, or not what was asked for. */
export async function readInput<Schema extends z.ZodType>(
  schema: Schema | undefined,
  request: Request,
): Promise<z.output<Schema>> {
  if (!schema) return absent<Schema>();
  const bytes = await readWebBody(request, INPUT_BYTES_MAX);
  if (!bytes) throw new DoorbellError("too_large", "The body must not be larger than 2 MB.");
  return parse(schema, readJson(bytes));
}

/** The query, as the schema has it. Of a name that stands there twice, the last value counts. */
export function readQuery<Schema extends z.ZodType>(schema: Schema | undefined, request: Request): z.output<Schema> {
  if (!schema) return absent<Schema>();
  return parse(schema, Object.fromEntries(new URL(request.url).searchParams));
}

/** The variable parts of the path. What cannot name anything is not found, like what does not exist. */
export function readParams<Schema extends z.ZodType>(
  schema: Schema | undefined,
  params: Record<string, string | string[] | undefined>,
): z.output<Schema> {
  if (!schema) return absent<Schema>();
  const result = schema.safeParse(params);
  if (!result.success) throw new DoorbellError("not_found", "There is nothing at this address.");
  return result.data;
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  const [first] = problems;
  const where = first?.path ? `${first.path}: ` : "";
  throw new DoorbellError("invalid_input", `This cannot be accepted. ${where}${first?.message ?? ""}`.trim(), {
    problems,
  });
}

function readJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  if (text.trim() === "") return {};
  const parsed = parseJson(text);
  if (!parsed.ok) throw new DoorbellError("malformed_body", parsed.message);
  return withPlainNumbers(parsed.value);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DoorbellError("malformed_body", "The body is not UTF-8 text.", { cause });
  }
}

/** Settings hold numbers as JavaScript has them: `60.0` is 60. The depth of the value is bounded by its parser. */
function withPlainNumbers(value: Json): unknown {
  if (value instanceof LosslessNumber) return Number(value.toString());
  if (Array.isArray(value)) return value.map(withPlainNumbers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withPlainNumbers(child)]));
}

/** Where no schema is given, its type is that of undefined. */
function absent<Schema extends z.ZodType>(): z.output<Schema> {
  return undefined as z.output<Schema>;
}
