"use client";

import { LockKeyhole } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { ConnectionForm } from "@/components/connections/form/connection-form";
import { KindLogo } from "@/components/connections/kind-logo";
import { KindSetUp } from "@/components/connections/kind-set-up";
import { KindGallery } from "@/components/connections/new/kind-gallery";
import { ChosenCard } from "@/components/ui/chosen-card";
import { notify } from "@/components/ui/notify";
import { Section } from "@/components/ui/section";
import { connectionKinds, findConnectionKind } from "@/lib/catalog/connections";

/** First what to connect to, then where its credentials come from beside where they go. */
export function NewConnection({ kind: firstKind }: { kind: string | undefined }) {
  const router = useRouter();
  const [kindId, setKindId] = useState(firstKind);
  const top = useRef<HTMLDivElement>(null);
  const kind = kindId === undefined ? undefined : findConnectionKind(kindId);

  function choose(next: string | undefined) {
    setKindId(next);
    // What had the focus is gone from the page.
    top.current?.focus();
  }

  return (
    <div ref={top} tabIndex={-1} className="flex flex-col gap-6 outline-none">
      {kind ? (
        <>
          <ChosenCard
            logo={<KindLogo kind={kind.id} size="lg" />}
            name={kind.name}
            summary={kind.summary}
            changeLabel="Choose another service"
            onChange={() => choose(undefined)}
          />
          <div className="grid animate-arrive items-start gap-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
            <Section title="Where to find it">
              <KindSetUp kind={kind} />
            </Section>
            <Section title="Fill it in">
              <ConnectionForm
                key={kind.id}
                kind={kind}
                onSaved={({ name }) => {
                  notify.good(`“${name}” is saved. Workflows can use it now.`);
                  router.push("/connections");
                  router.refresh();
                }}
                onCancel={() => router.push("/connections")}
              />
              <p className="mt-5 flex items-start gap-2 text-muted text-xs leading-relaxed">
                <LockKeyhole aria-hidden className="mt-0.5 size-3.5 shrink-0" />
                Secrets are kept encrypted, and no screen and no API shows them again.
              </p>
            </Section>
          </div>
        </>
      ) : (
        <KindGallery kinds={connectionKinds} onChoose={choose} />
      )}
    </div>
  );
}
