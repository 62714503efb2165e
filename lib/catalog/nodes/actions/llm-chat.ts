import { z } from "zod";
import { llmApiOf, llmHeaders } from "@/lib/catalog/connections/llm";
import { readLlmAnswer } from "@/lib/catalog/nodes/actions/llm-answer";
import { type LlmTask, llmMessages } from "@/lib/catalog/nodes/actions/llm-messages";
import { neededConnection } from "@/lib/catalog/nodes/connection-field";
import { defineNode } from "@/lib/catalog/nodes/define-node";
import { neededName, neededText } from "@/lib/catalog/nodes/lines";
import { compileSchema } from "@/lib/domain/deliveries/schema/compile-schema";
import { field } from "@/lib/domain/forms/field";
import { parseJson } from "@/lib/domain/json/parse-json";
import { postJson } from "@/lib/domain/runs/post";

const Config = z.strictObject({
  connectionId: neededConnection,
  model: neededName("Enter the model.", {
    label: "Model",
    placeholder: "gpt-4o-mini",
    help: "As the service calls it.",
  }),
  mode: field(z.enum(["reply", "classify", "extract"]).default("reply"), {
    label: "What it gives",
    widget: "select",
    choices: [
      { value: "reply", label: "a text" },
      { value: "classify", label: "one of some labels" },
      { value: "extract", label: "data of a given shape" },
    ],
  }),
  instructions: field(z.string("Say what it is to do.").trim().min(1, "Say what it is to do.").max(20_000), {
    label: "What it is to do",
    widget: "long-text",
    placeholder: "Say in one sentence what the customer wants.",
    help: "No data can be put in here, so that nobody who sends some can tell the model what to do.",
  }),
  text: neededText("Choose the text.", {
    label: "The text that it is about",
    placeholder: "{{ trigger.body.message }}",
    help: "It is handed over as data, apart from what the model is to do.",
  }),
  labels: field(z.array(z.string().trim().min(1, "A label is empty.").max(100)).max(50).default([]), {
    label: "Labels",
    widget: "texts",
    noun: "label",
    shownWhen: { key: "mode", is: ["classify"] },
    isOptional: false,
    placeholder: "urgent",
    help: "Any other answer is a failure.",
  }),
  schema: field(z.string().max(20_000).default(""), {
    label: "Shape of the data",
    widget: "long-text",
    shownWhen: { key: "mode", is: ["extract"] },
    isOptional: false,
    placeholder: '{ "type": "object", "properties": { "city": { "type": "string" } }, "required": ["city"] }',
    help: "A JSON Schema of an object. An answer that does not fit it is a failure.",
  }),
  isSchemaSent: field(z.boolean().default(true), {
    label: "Let the service keep to the shape",
    widget: "switch",
    shownWhen: { key: "mode", is: ["extract"] },
    help: "Switch it off for a service that knows no response_format. What it answers is checked all the same.",
  }),
});
type Config = z.infer<typeof Config>;

/** https://platform.openai.com/docs/api-reference/chat/create */
export const llmChat = defineNode({
  type: "llm-chat",
  name: "Ask an AI",
  summary: "Has a language model answer, sort or read out a text.",
  kind: "action",
  group: "AI",
  icon: "sparkles",
  config: Config,
  sample: {
    connectionId: "con_01980000000070008000000000000000",
    model: "gpt-4o-mini",
    mode: "classify",
    instructions: "Say how urgent this ticket is.",
    text: "Ticket {{ trigger.body.data.ticket_id }}, priority {{ trigger.body.data.priority }}",
    labels: ["urgent", "can wait"],
  },
  ports: [{ id: "out", name: "Then" }],
  connections: ["llm"],
  timeoutMs: 60_000,
  describe: ({ mode, model, labels }) => describeTask(mode, labels.length, model),
  check: (config) => [...labelProblems(config), ...schemaProblems(config)],
  outputExample: { label: "urgent", model: "gpt-4o-mini-2024-07-18", tokens: 118 },
  input: ({ model, mode, instructions, text, labels }, { fill }) => ({
    model,
    mode,
    instructions,
    text: fill.text(text),
    ...(mode === "classify" ? { labels } : {}),
  }),
  plan: (config, { fill, credentials }) => {
    const task = taskOf(config);
    const text = fill.needed(config.text, "There is no text to ask about.");
    const messages = llmMessages(task, { instructions: config.instructions, text });
    const body = { model: config.model, messages, response_format: responseFormat(config) };
    const request = postJson(`${llmApiOf(credentials)}/chat/completions`, body, llmHeaders(credentials));
    return { kind: "request", request, read: (answer) => readLlmAnswer(answer, task) };
  },
});

function describeTask(mode: Config["mode"], labelCount: number, model: string): string {
  if (mode === "classify") return `One of ${labelCount} labels, by ${model}`;
  return mode === "extract" ? `Data out of a text, by ${model}` : `A text by ${model}`;
}

function taskOf({ mode, labels, schema }: Config): LlmTask {
  if (mode === "classify") return { mode, labels };
  return mode === "extract" ? { mode, schema } : { mode };
}

function responseFormat({ mode, schema, isSchemaSent }: Config) {
  const parsed = mode === "extract" && isSchemaSent ? parseJson(schema) : undefined;
  return parsed?.ok ? { type: "json_schema", json_schema: { name: "answer", schema: parsed.value } } : undefined;
}

function labelProblems({ mode, labels }: Config) {
  if (mode !== "classify") return [];
  const distinct = new Set(labels.map((label) => label.toLowerCase()));
  if (distinct.size < 2) return [{ field: "labels", message: "Add at least two labels." }];
  if (distinct.size < labels.length) return [{ field: "labels", message: "Two labels are the same." }];
  return labels.some((label) => /\{[{%]/.test(label))
    ? [{ field: "labels", message: "Labels are taken as they are written: no data can be put in here." }]
    : [];
}

function schemaProblems({ mode, schema }: Config) {
  if (mode !== "extract") return [];
  if (schema.trim() === "") return [{ field: "schema", message: "Enter the shape of the data." }];
  const compiled = compileSchema(schema);
  return compiled.ok ? [] : [{ field: "schema", message: compiled.message }];
}
