"use client";

import { type AnswerDraft, USUAL_TYPES } from "@/components/endpoints/options/answers/answer-draft";
import { ChoiceInput } from "@/components/ui/choice-input";
import { TextInput } from "@/components/ui/text-input";

const OTHER = "other";

type StatusFieldsProps = {
  draft: AnswerDraft;
  onChange: (change: Partial<AnswerDraft>) => void;
  errorOf: (path: string, typed: string) => string | undefined;
};

/** The status of an answer, and what kind of text follows. */
export function StatusFields({ draft, onChange, errorOf }: StatusFieldsProps) {
  const { status, contentType, isTypeOther } = draft;
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextInput
          label="Status"
          isOptional
          type="number"
          inputMode="numeric"
          placeholder="200"
          value={status}
          onChange={(next) => onChange({ status: next })}
          help="200 is understood by everybody, 204 goes without a body."
          error={errorOf("answer.status", status)}
        />
        <ChoiceInput
          label="Content type"
          value={isTypeOther ? OTHER : contentType}
          onChange={(type) =>
            onChange(type === OTHER ? { isTypeOther: true } : { isTypeOther: false, contentType: type })
          }
          choices={[...USUAL_TYPES, { value: OTHER, label: "Another" }]}
        />
      </div>
      {isTypeOther ? (
        <TextInput
          label="Name of the content type"
          isMono
          autoComplete="off"
          spellCheck="false"
          placeholder="application/vnd.api+json"
          value={contentType}
          onChange={(next) => onChange({ contentType: next })}
          help="Answers are JSON, plain text, XML or a form, never pages."
          error={errorOf("answer.contentType", contentType)}
        />
      ) : null}
    </>
  );
}
