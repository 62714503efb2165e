"use client";

import { Button } from "@heroui/react";
import { type FormEvent, useState } from "react";
import { type ApiProblem, callApi } from "@/components/api/call-api";
import type { CreatedEndpoint } from "@/components/endpoints/created-endpoint";
import { EndpointCreated } from "@/components/endpoints/endpoint-created";
import { optionsOf, USUAL_PROOF } from "@/components/endpoints/proof-draft";
import { ProofFields } from "@/components/endpoints/proof-fields";
import { SourceGallery } from "@/components/endpoints/source-gallery";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { TextInput } from "@/components/ui/text-input";
import { findSource } from "@/lib/catalog/sources";

/** Three questions: what for, who rings, how do they prove it. Then the new endpoint, with its secret this once. */
export function NewEndpointForm({ source: firstSource }: { source: string }) {
  const [typedName, setName] = useState<string>();
  const [sourceId, setSourceId] = useState(firstSource);
  const [proof, setProof] = useState(USUAL_PROOF);
  const [complaint, setComplaint] = useState<{ message: string; problems: ApiProblem[] }>();
  const [isPending, setIsPending] = useState(false);
  const [created, setCreated] = useState<CreatedEndpoint>();
  const source = findSource(sourceId);
  const name = typedName ?? source?.name ?? "";

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
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <Section title="What is it for?">
        <TextInput
          label="Name"
          name="name"
          autoComplete="off"
          maxLength={100}
          value={name}
          onChange={setName}
          help="For you and your team. The sender never sees it."
          error={complaint?.problems.find(({ path }) => path === "name")?.message}
        />
      </Section>
      <Section
        title="Who rings?"
        description="Doorbell knows how each of them signs, names its events and repeats itself."
      >
        <SourceGallery
          value={sourceId}
          onChange={(next) => {
            setSourceId(next);
            setProof(USUAL_PROOF);
          }}
        />
      </Section>
      {source ? (
        <ProofFields source={source} draft={proof} onChange={setProof} problems={complaint?.problems ?? []} />
      ) : null}
      {complaint ? (
        <Notice tone="bad" isAlert>
          <p>{complaint.message}</p>
          {complaint.problems.map(({ path, message }) => (
            <p key={path}>{message}</p>
          ))}
        </Notice>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <LinkButton href="/endpoints" variant="tertiary">
          Cancel
        </LinkButton>
        <Button type="submit" isPending={isPending}>
          {isPending ? "Creating…" : "Create endpoint"}
        </Button>
      </div>
    </form>
  );
}
