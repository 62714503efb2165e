import { parseJson } from "@/lib/domain/json/parse-json";
import { writeJson } from "@/lib/domain/json/write-json";
import { createSandbox } from "@/lib/platform/sandbox/create-sandbox";

/** What code gave; or why it gave nothing, in a sentence. */
export type CodeResult = { ok: true; value: unknown } | { ok: false; message: string };

const sandbox = createSandbox();

/** Runs a member's JavaScript as the body of a function of `input`. Rejects when too much is waiting already. */
export async function runCode(source: string, input: unknown): Promise<CodeResult> {
  const evaluated = await sandbox.run(source, writeJson(input));
  if (!evaluated.ok) return evaluated;
  const parsed = parseJson(evaluated.json);
  return parsed.ok ? parsed : { ok: false, message: `What the code gave cannot be kept. ${parsed.message}` };
}
