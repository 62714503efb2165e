import type { Gate } from "@/lib/domain/deliveries/gates";
import { compileSchema } from "@/lib/domain/deliveries/schema/compile-schema";
import type { EndpointOptions } from "@/lib/domain/endpoints/endpoint-options";
import type { Json } from "@/lib/domain/json/json";

const texts = new WeakMap<object, string>();

/** Whether a body follows the endpoint's JSON Schema; undefined when it has none. */
export function schemaGate(schema: EndpointOptions["schema"], read: () => Json): Gate | undefined {
  if (schema === undefined) return undefined;
  const compiled = compileSchema(textOf(schema));
  const problems = compiled.ok ? compiled.validate(read()) : [{ path: "", message: compiled.message }];
  const expected = "a body that follows the endpoint's schema";
  if (problems.length === 0) return { check: { name: "schema", ok: true, expected } };
  const actual = problems.map(({ message }) => message).join(" ");
  const message = "The body does not follow the schema of this endpoint.";
  return {
    check: { name: "schema", ok: false, expected, actual },
    refusal: { code: "schema_mismatch", reason: "schema_mismatch", message, problems },
  };
}

function textOf(schema: object | boolean): string {
  if (typeof schema === "boolean") return String(schema);
  const text = texts.get(schema) ?? JSON.stringify(schema);
  texts.set(schema, text);
  return text;
}
