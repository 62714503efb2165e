"use client";

import { useEffect, useRef, useState } from "react";
import type { CreatedEndpoint } from "@/components/endpoints/created-endpoint";
import { CurlExample } from "@/components/endpoints/curl-example-block";
import { DrawButton } from "@/components/endpoints/draw-button";
import { RingButton } from "@/components/endpoints/ring-button";
import { SetUpSteps } from "@/components/endpoints/set-up-steps";
import { SourceLogo } from "@/components/endpoints/source-logo";
import { WaitingForRing } from "@/components/endpoints/waiting-for-ring";
import { CopyField } from "@/components/ui/copy-field";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { findSource } from "@/lib/catalog/sources";

/** A new endpoint: its address, its secret this once, what to do with them, and the first ring. */
export function EndpointCreated({ endpoint }: { endpoint: CreatedEndpoint }) {
  const [hasRung, setHasRung] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const source = findSource(endpoint.source);

  useEffect(() => {
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, []);

  return (
    <div className="flex animate-arrive flex-col gap-5">
      <section className="panel flex flex-col gap-5 p-5">
        <div className="flex items-center gap-3">
          <SourceLogo source={endpoint.source} size="lg" />
          <div className="min-w-0">
            <h2 ref={heading} tabIndex={-1} className="wrap-anywhere font-semibold text-lg outline-none">
              {endpoint.name} is listening
            </h2>
            <p className="text-muted text-sm">It takes requests from now on, and keeps every one.</p>
          </div>
        </div>
        <CopyField label="URL" value={endpoint.url} copyLabel="Copy URL" isPrimary />
        {endpoint.signingSecret ? (
          <>
            <CopyField label="Signing secret" value={endpoint.signingSecret} copyLabel="Copy secret" />
            <Notice tone="warn">Copy the secret now. It is shown this once; later you can only replace it.</Notice>
          </>
        ) : null}
      </section>

      <WaitingForRing endpointId={endpoint.id} onFirstRing={() => setHasRung(true)} />

      <div className="flex flex-wrap items-center gap-2">
        <RingButton endpointId={endpoint.id} source={endpoint.source} isPrimary={!hasRung} />
        <DrawButton endpoint={endpoint} variant={hasRung ? "primary" : "outline"} />
        <LinkButton href={`/endpoints/${endpoint.id}`} variant="ghost">
          Open the endpoint
        </LinkButton>
      </div>

      {source ? (
        <Section title={`Set it up at ${source.docsUrl ? source.name : "the sender"}`}>
          <SetUpSteps source={source} />
        </Section>
      ) : null}
      <Section title="Ring from a terminal">
        <CurlExample endpoint={endpoint} secret={endpoint.signingSecret} />
      </Section>
    </div>
  );
}
