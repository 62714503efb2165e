import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { compileSchema } from "@/lib/domain/deliveries/schema/compile-schema";
import { parseJson } from "@/lib/domain/json/parse-json";
import { writeJson } from "@/lib/domain/json/write-json";

/**
 * The official test suite, https://github.com/json-schema-org/JSON-Schema-Test-Suite at 44401e0 (MIT licence), without
 * formats, remote references, dynamic references and vocabularies.
 */
const Case = z.object({
  description: z.string(),
  schema: z.unknown(),
  tests: z.array(z.object({ description: z.string(), data: z.unknown(), valid: z.boolean() })),
});
const Line = z.object({ file: z.string(), cases: z.array(Case) });

const DRAFTS = [
  ["draft7", "http://json-schema.org/draft-07/schema#"],
  ["draft2020-12", "https://json-schema.org/draft/2020-12/schema"],
] as const;

/** What we refuse: other documents, references that depend on the way, and names that RE2 does not have. */
const REFUSED = /"\$ref":"https?:\/\/json-schema.org|\$dynamicRef|\\p\{(Letter|digit)\}/;

function readSuite(draft: string): z.infer<typeof Line>[] {
  const file = fileURLToPath(new URL(`suite/${draft}.jsonl`, import.meta.url));
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const parsed = parseJson(line);
      return Line.parse(parsed.ok && parsed.value);
    });
}

describe.each(DRAFTS)("%s", (draft, uri) => {
  const cases = readSuite(draft).flatMap(({ file, cases: groups }) =>
    groups.map(({ description, schema, tests }) => ({ name: `${file}: ${description}`, schema, tests })),
  );

  test("the suite is there", () => {
    expect(cases.flatMap(({ tests }) => tests).length).toBeGreaterThan(800);
  });

  test.each(cases)("$name", ({ schema, tests }) => {
    const named = typeof schema === "object" && schema !== null ? { $schema: uri, ...schema } : schema;
    const compiled = compileSchema(writeJson(named));
    if (REFUSED.test(writeJson(schema))) return expect(compiled.ok).toBe(false);
    if (!compiled.ok) return expect(compiled.message).toBe("");
    // A key that is named __proto__ never comes so far.
    const known = tests.filter(({ description }) => !/__proto__|^all present$/.test(description));
    const answers = known.map(({ description, data }) => ({
      description,
      valid: compiled.validate(data).length === 0,
    }));
    expect(answers).toEqual(known.map(({ description, valid }) => ({ description, valid })));
  });
});
