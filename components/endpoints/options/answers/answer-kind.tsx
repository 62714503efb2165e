"use client";

import { ChoiceCards } from "@/components/ui/choice-cards";
import { Notice } from "@/components/ui/notice";
import { type Source, usualReply } from "@/lib/catalog/sources/define-source";

type AnswerKindProps = { isOwn: boolean; onChange: (isOwn: boolean) => void; source: Source | undefined };

/** Whether Doorbell answers, or the endpoint has an answer of its own. */
export function AnswerKind({ isOwn, onChange, source }: AnswerKindProps) {
  const reply = usualReply(source);
  const name = source?.name ?? "The sender";
  return (
    <>
      <ChoiceCards
        label="Who answers"
        isLabelHidden
        value={isOwn ? "own" : "usual"}
        onChange={(value) => onChange(value === "own")}
        choices={[
          {
            value: "usual",
            title: "Doorbell's own",
            help: reply ? `${reply.status}, in the way that ${name} expects it.` : "202 with the delivery's id.",
          },
          { value: "own", title: "One of your own", help: "Your status, your headers, your text." },
        ]}
      />
      {isOwn && reply ? (
        <Notice tone="warn">
          {name} counts other answers than {reply.status} as failed, or does not read them. Yours begins as what it
          expects.
        </Notice>
      ) : null}
    </>
  );
}
