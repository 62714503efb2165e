import { type AnswerDraft, answerOf } from "@/components/endpoints/options/answers/answer-draft";
import { missingData } from "@/components/fields/resolve-field";
import { AnswerTemplate, type RenderedAnswer, renderAnswer } from "@/lib/domain/deliveries/answer-template";
import { mediaType } from "@/lib/domain/deliveries/content-type";
import { parseJson } from "@/lib/domain/json/parse-json";

/** What a sender would be answered, and what one would like to know before it is. */
export type AnswerPreview = Pick<RenderedAnswer, "status" | "headers" | "body"> & { remarks: string[] };

/** As an id looks. The real one is not known before there is a delivery. */
const EXAMPLE = { delivery: "dlv_0123456789abcdef", verdict: "accepted" };

/** Fills an answer in with an event; undefined while something is wrong with it, which is told at its fields. */
export function previewAnswer(draft: AnswerDraft, trigger: Record<string, unknown>): AnswerPreview | undefined {
  const { data: template } = AnswerTemplate.safeParse(answerOf(draft));
  if (!template) return undefined;
  const scope = { trigger, steps: {} };
  const { status, headers, body, problem } = renderAnswer(template, scope, EXAMPLE);
  if (problem !== null) {
    return { status, headers, body, remarks: [`${problem} The sender gets what Doorbell says otherwise.`] };
  }
  const missing = missingData(template.body, scope);
  const json = isJson(template.contentType) && body.trim() !== "" ? parseJson(body) : undefined;
  return {
    status,
    headers,
    body,
    remarks: [
      ...(missing.length > 0 ? [`Not in this data, and so left empty: ${missing.join(", ")}.`] : []),
      ...(json && !json.ok ? [`The sender is told that it gets JSON. ${json.message}`] : []),
    ],
  };
}

function isJson(contentType: string): boolean {
  return /[/+]json$/.test(mediaType(contentType));
}
