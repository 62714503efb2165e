import type { ApiProblem } from "@/components/api/call-api";
import { checkOption } from "@/components/endpoints/options/option-problems";
import { type Source, usualReply } from "@/lib/catalog/sources/define-source";
import { AnswerTemplate } from "@/lib/domain/deliveries/answer-template";

/** What an endpoint answers of its own, as the form holds it. It stays while it is switched off. */
export type AnswerDraft = {
  isOwn: boolean;
  /** A number as it was typed. */
  status: string;
  contentType: string;
  /** Whether its content type is none of the usual ones, and so typed. */
  isTypeOther: boolean;
  headers: { name: string; value: string }[];
  body: string;
};

/** The content types that are offered by a word. */
export const USUAL_TYPES = [
  { value: "application/json", label: "JSON" },
  { value: "text/plain", label: "Plain text" },
  { value: "application/xml", label: "XML" },
  { value: "application/x-www-form-urlencoded", label: "A form" },
];

const STARTER: AnswerTemplate = {
  status: 200,
  contentType: "application/json",
  headers: [],
  body: '{ "received": true }',
};

type Options = Record<string, unknown>;

/** What an endpoint's options say about its answer. Where they say nothing, one's own begins as what its source insists on. */
export function answerDraftOf(options: Options, source: Pick<Source, "replies"> | undefined): AnswerDraft {
  const own = AnswerTemplate.safeParse(options["answer"]).data;
  const { status, contentType, headers, body } = own ?? { ...STARTER, ...usualReply(source) };
  const isTypeOther = !USUAL_TYPES.some(({ value }) => value === contentType);
  return { isOwn: own !== undefined, status: String(status), contentType, isTypeOther, headers, body };
}

/** The draft as changes to an endpoint's options. Undefined takes the answer away; rows that nobody filled in are left out. */
export function answerChanges(draft: AnswerDraft): Options {
  return { answer: draft.isOwn ? answerOf(draft) : undefined };
}

/** What is wrong with an answer of one's own, by the paths that the API would name. */
export function answerProblems(draft: AnswerDraft): ApiProblem[] {
  return draft.isOwn ? checkOption("answer", AnswerTemplate, answerOf(draft)) : [];
}

/** Where a header's problems are told: rows that are left out do not count. */
export function headerPath(headers: AnswerDraft["headers"], row: number): string {
  return `answer.headers.${headers.slice(0, row).filter(isFilled).length}`;
}

export function answerOf({ status, contentType, headers, body }: AnswerDraft): Options {
  return {
    ...(status.trim() ? { status: Number(status) } : {}),
    contentType: contentType.trim(),
    headers: headers.filter(isFilled),
    body,
  };
}

function isFilled({ name, value }: AnswerDraft["headers"][number]): boolean {
  return name.trim() !== "" || value !== "";
}
