import { Plus } from "lucide-react";
import { placesText, placeText } from "@/components/catalog/place-words";
import { proofLine, proofStory } from "@/components/catalog/proof-words";
import { SampleList } from "@/components/catalog/sample-list";
import { SelfTest } from "@/components/catalog/self-test";
import { SetUpSteps } from "@/components/endpoints/set-up-steps";
import { SourceLogo } from "@/components/endpoints/source-logo";
import { durationText } from "@/components/ui/duration-text";
import { KeyValue, type KeyValueRow } from "@/components/ui/key-value";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { Source } from "@/lib/catalog/sources/define-source";

/** A source as its definition tells of it: who it is, how it proves itself, how it behaves, what it sends. */
export function SourcePage({ source }: { source: Source }) {
  // Ways of a kind of their own read alike.
  const ways = [...new Set([source.proof, ...Object.values(source.otherProofs)].map(proofLine))];
  return (
    <>
      <PageHeader
        back={{ href: "/catalog", label: "Catalog" }}
        title={
          <span className="flex items-center gap-3">
            <SourceLogo source={source.id} size="lg" />
            {source.name}
          </span>
        }
        description={source.summary}
        actions={
          <LinkButton href={`/endpoints/new?source=${source.id}`}>
            <Plus aria-hidden />
            New endpoint with this source
          </LinkButton>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Section title="How it proves itself">
            <div className="flex flex-col gap-3 text-sm">
              <p className="max-w-prose text-pretty">{proofStory(source)}</p>
              <ul className="flex flex-col gap-1 text-muted">
                {ways.map((way, index) => (
                  <li key={way} className="wrap-anywhere">
                    <span className="font-medium text-foreground">{index === 0 ? "Usually: " : "Or: "}</span>
                    {way}
                  </li>
                ))}
              </ul>
              {source.vectors.length > 0 ? <SelfTest sourceId={source.id} count={source.vectors.length} /> : null}
            </div>
          </Section>
          <Section
            title="What it sends"
            description="Samples, with the fields that people use. Ring an endpoint with them."
          >
            <SampleList samples={source.samples} />
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Section title={`Set it up at ${source.docsUrl ? source.name : "the sender"}`}>
            <SetUpSteps source={source} />
          </Section>
          <Section title="How it behaves">
            <div className="flex flex-col gap-3 text-sm">
              <p className="text-pretty">{habitsText(source)}</p>
              <KeyValue rows={factsOf(source)} isNarrow />
            </div>
          </Section>
        </div>
      </div>
    </>
  );
}

/** “Stripe waits 10 s for an answer. It tries again for three days.” */
function habitsText({ name, docsUrl, habits: { deadlineSeconds, retries } }: Source): string {
  if (deadlineSeconds === null) return retries;
  return `${docsUrl ? name : "It"} waits ${durationText(deadlineSeconds * 1_000)} for an answer. ${retries}`;
}

function factsOf({ id, event, methods }: Source): KeyValueRow[] {
  const type = placesText(event.type);
  return [
    { key: "Event type", value: event.typeSuffix ? `${type}, then ${placeText(event.typeSuffix)}` : type },
    { key: "Event id", value: placesText(event.id) || "It sends none" },
    { key: "Methods", value: methods.join(", ") },
    { key: "Id in the API", value: id },
  ]
    .filter(({ value }) => value !== "")
    .map(({ key, value }) => ({ key, value: <code className="font-mono text-[0.8125rem]">{value}</code> }));
}
