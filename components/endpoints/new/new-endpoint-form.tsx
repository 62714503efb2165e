"use client";

import { Button } from "@heroui/react";
import { type FormEvent, useRef, useState } from "react";
import { type ApiProblem, callApi } from "@/components/api/call-api";
import type { CreatedEndpoint } from "@/components/endpoints/created-endpoint";
import { EndpointCreated } from "@/components/endpoints/new/endpoint-created";
import { EventStep } from "@/components/endpoints/new/event-step";
import { NumberedStep } from "@/components/endpoints/new/numbered-step";
import { optionsOf, USUAL_PROOF } from "@/components/endpoints/new/proof-draft";
import { ProofStep } from "@/components/endpoints/new/proof-step";
import { SourceGallery } from "@/components/endpoints/new/source-gallery";
import { SourceLogo } from "@/components/endpoints/source-logo";
import { ChosenCard } from "@/components/ui/chosen-card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TextInput } from "@/components/ui/text-input";
import { findSource } from "@/lib/catalog/sources";

type Complaint = { message: string; problems: readonly ApiProblem[] };

/** Four questions, the last three once the first is answered. Then the new endpoint, with its secret this once. */
export function NewEndpointForm({ source: firstSource }: { source: string | undefined }) {
  const [sourceId, setSourceId] = useState(firstSource);
  const [typedName, setName] = useState<string>();
  const [proof, setProof] = useState(USUAL_PROOF);
  const [complaint, setComplaint] = useState<Complaint>();
  const [isPending, setIsPending] = useState(false);
  const [created, setCreated] = useState<CreatedEndpoint>();
  const steps = useRef<HTMLDivElement>(null);
  const source = sourceId === undefined ? undefined : findSource(sourceId);
  const name = typedName ?? source?.name ?? "";

  function choose(next: string | undefined) {
    setSourceId(next);
    setProof(USUAL_PROOF);
    setComplaint(undefined);
  }

  function go(next: string | undefined) {
    choose(next);
    // What had the focus is gone from the page.
    steps.current?.focus();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsPending(true);
    setComplaint(undefined);
    const answer = await callApi<CreatedEndpoint>("POST", "/api/v1/endpoints", {
      name,
      source: sourceId,
      ...(proof.secret.trim() ? { signingSecrets: [proof.secret.trim()] } : {}),
      options: optionsOf(proof),
    });
    setIsPending(false);
    if (answer.ok) setCreated(answer.value);
    else setComplaint({ message: answer.error, problems: answer.problems });
  }

  if (created) return <EndpointCreated endpoint={created} />;
  const problems = complaint?.problems ?? [];
  return (
    <form onSubmit={submit}>
      <div ref={steps} tabIndex={-1} className="flex flex-col gap-8 outline-none">
        <NumberedStep number={1} title="Who sends it?" isLast={!source}>
          {source ? (
            <ChosenCard
              logo={<SourceLogo source={source.id} size="lg" />}
              name={source.name}
              summary={source.summary}
              changeLabel="Choose another sender"
              onChange={() => go(undefined)}
            />
          ) : (
            <SourceGallery onChoose={go} />
          )}
        </NumberedStep>
        {source ? (
          <>
            <NumberedStep number={2} title="What event?">
              <EventStep source={source} />
            </NumberedStep>
            <NumberedStep number={3} title="How do they prove it?">
              <ProofStep source={source} draft={proof} onChange={setProof} onSource={choose} problems={problems} />
            </NumberedStep>
            <NumberedStep number={4} title="What is it called?" isLast>
              <div className="panel flex flex-col gap-5 p-4 sm:p-5">
                <TextInput
                  label="Name"
                  name="name"
                  autoComplete="off"
                  maxLength={100}
                  value={name}
                  onChange={setName}
                  help="For you and your team. The sender never sees it."
                  error={problems.find(({ path }) => path === "name")?.message}
                />
                {complaint ? <Complaints complaint={complaint} /> : null}
                <div className="flex flex-wrap justify-end gap-2">
                  <LinkButton href="/endpoints" variant="tertiary">
                    Cancel
                  </LinkButton>
                  <Button type="submit" isPending={isPending}>
                    {isPending ? "Creating…" : "Create endpoint"}
                  </Button>
                </div>
              </div>
            </NumberedStep>
          </>
        ) : null}
      </div>
    </form>
  );
}

function Complaints({ complaint: { message, problems } }: { complaint: Complaint }) {
  return (
    <Notice tone="bad" isAlert>
      <p>{message}</p>
      {problems.map((problem) => (
        <p key={problem.path}>{problem.message}</p>
      ))}
    </Notice>
  );
}
