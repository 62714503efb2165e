"use client";

import { AnswerBody } from "@/components/endpoints/options/answers/answer-body";
import {
  type AnswerDraft,
  answerChanges,
  answerDraftOf,
  answerProblems,
  headerPath,
} from "@/components/endpoints/options/answers/answer-draft";
import { AnswerHeaders } from "@/components/endpoints/options/answers/answer-headers";
import { AnswerKind } from "@/components/endpoints/options/answers/answer-kind";
import { StatusFields } from "@/components/endpoints/options/answers/status-fields";
import { FormGroup } from "@/components/endpoints/options/form-group";
import { findProblem } from "@/components/endpoints/options/option-problems";
import { SaveBar } from "@/components/endpoints/options/save-bar";
import { useEventAtHand } from "@/components/endpoints/options/use-event-at-hand";
import { useOptionsForm } from "@/components/endpoints/options/use-options-form";
import { findSource } from "@/lib/catalog/sources";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

/** What an endpoint answers to what it takes: as Doorbell does, or as its owner says. */
export function AnswersForm({ endpoint }: { endpoint: Pick<Endpoint, "id" | "options" | "source"> }) {
  const source = findSource(endpoint.source);
  const event = useEventAtHand(endpoint);
  const form = useOptionsForm<AnswerDraft>({
    endpointId: endpoint.id,
    initial: answerDraftOf(endpoint.options, source),
    changesOf: answerChanges,
  });
  const { draft, set } = form;
  const problems = answerProblems(draft);
  /** Told while it is typed; where nothing is typed yet, only after saving. */
  const errorOf = (path: string, typed: string) => (typed === "" ? form.errorAt(path) : findProblem(problems, path));

  return (
    <form onSubmit={form.save} className="flex flex-col gap-4">
      <div className="panel divide-y divide-separator">
        <FormGroup
          title="Who answers"
          description="It goes out once a delivery is on disk, to repeats and held ones, too. Refusals and handshakes keep Doorbell's words."
        >
          <AnswerKind isOwn={draft.isOwn} onChange={(isOwn) => set({ isOwn })} source={source} />
        </FormGroup>
        {draft.isOwn ? (
          <>
            <FormGroup
              title="Status and type"
              description="Any status from 200 to 299 tells the sender that all is well."
            >
              <StatusFields draft={draft} onChange={set} errorOf={errorOf} />
            </FormGroup>
            <FormGroup
              title="Body"
              description="Text with data of the delivery in it: click into the text, then on a value beneath."
            >
              <AnswerBody draft={draft} onChange={set} event={event} error={findProblem(problems, "answer.body")} />
            </FormGroup>
            <FormGroup title="Headers" description="Besides those that belong to the connection.">
              <AnswerHeaders
                headers={draft.headers}
                onChange={(headers) => set({ headers })}
                errorOf={(row, part) =>
                  errorOf(`${headerPath(draft.headers, row)}.${part}`, draft.headers[row]?.[part] ?? "")
                }
              />
            </FormGroup>
          </>
        ) : null}
      </div>
      <SaveBar form={form} />
    </form>
  );
}
