import type { LlmTask } from "@/lib/catalog/nodes/actions/llm-messages";
import { compileSchema } from "@/lib/domain/deliveries/schema/compile-schema";
import { parseJson } from "@/lib/domain/json/parse-json";
import { readPath } from "@/lib/domain/json/read-path";
import type { Answer, Reading } from "@/lib/domain/runs/effect";
import { shorten } from "@/lib/domain/runs/shorten";

const SHOWN_MAX = 200;
const LABEL_MAX = 300;

/**
 * What a model answered, checked: a label is one of those that were given, and JSON fits its schema. All else is a failure,
 * and worth another try where the model may do better by chance.
 */
export function readLlmAnswer({ body }: Pick<Answer, "body">, task: LlmTask): Reading {
  const refusal = readPath(body, "choices[0].message.refusal");
  if (typeof refusal === "string" && refusal !== "") {
    return { ok: false, message: `The model refused: ${shorten(refusal, SHOWN_MAX)}` };
  }
  const end = readPath(body, "choices[0].finish_reason");
  if (end === "length")
    return { ok: false, message: "The model's answer was cut off: it is longer than the model may write." };
  if (end === "content_filter") return { ok: false, message: "The service held the answer back, for what it says." };
  const content = readPath(body, "choices[0].message.content");
  if (typeof content !== "string" || content.trim() === "") return again("The model gave no answer.");
  const read = readContent(content.trim(), task);
  if (!read.ok) return read;
  const model = readPath(body, "model") ?? null;
  const tokens = readPath(body, "usage.total_tokens") ?? null;
  return { ok: true, output: { ...read.output, model, tokens } };
}

type Content = { ok: true; output: Record<string, unknown> } | Extract<Reading, { ok: false }>;

function readContent(content: string, task: LlmTask): Content {
  switch (task.mode) {
    case "reply":
      return { ok: true, output: { text: content } };
    case "classify":
      return readLabel(content, task.labels);
    case "extract":
      return readData(content, task.schema);
  }
}

function readLabel(content: string, labels: readonly string[]): Content {
  const said = content.length > LABEL_MAX ? undefined : tidied(content);
  const label = labels.find((each) => tidied(each) === said);
  if (label !== undefined) return { ok: true, output: { label } };
  return again(`The model's answer is none of the labels: “${shorten(content, SHOWN_MAX)}”.`);
}

/** Models like to add quotation marks and a full stop. */
function tidied(text: string): string {
  return text.replaceAll(/^["'`*“]+|[."'`*”]+$/g, "").toLowerCase();
}

function readData(content: string, schema: string): Content {
  const parsed = parseJson(withoutFence(content));
  if (!parsed.ok) return again(`The model's answer is no JSON. ${parsed.message}`);
  const compiled = compileSchema(schema);
  if (!compiled.ok) return { ok: false, message: compiled.message };
  const [problem] = compiled.validate(parsed.value);
  if (problem === undefined) return { ok: true, output: { data: parsed.value } };
  return again(`The model's answer does not fit the schema: ${problem.path} ${problem.message}`.replaceAll(/ +/g, " "));
}

/** Models like to put JSON between three backticks, as Markdown has it. */
function withoutFence(text: string): string {
  if (!text.startsWith("```") || !text.endsWith("```")) return text;
  return text.slice(text.indexOf("\n") + 1, -3);
}

function again(message: string): Extract<Reading, { ok: false }> {
  return { ok: false, message, isWorthRetrying: true };
}
