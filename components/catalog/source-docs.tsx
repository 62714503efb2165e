import { ChevronRight } from "lucide-react";
import { SetUpSteps } from "@/components/endpoints/set-up-steps";
import { SourceLogo } from "@/components/endpoints/source-logo";
import { CodeBlock } from "@/components/ui/code-block";
import { KeyValue, type KeyValueRow } from "@/components/ui/key-value";
import { LinkButton } from "@/components/ui/link-button";
import type { Source } from "@/lib/catalog/sources/define-source";
import type { IdPlace } from "@/lib/domain/deliveries/read-event";

/** A source as its definition tells of it, opened on demand: how it signs, how to set it up, what it sends. */
export function SourceDocs({ source }: { source: Source }) {
  const [sample] = source.samples;
  return (
    <details id={source.id} className="group scroll-mt-20">
      <summary className="flex cursor-pointer list-none items-center gap-3.5 px-4 py-3 hover:bg-surface-secondary focus-visible:-outline-offset-2 sm:px-5 [&::-webkit-details-marker]:hidden">
        <SourceLogo source={source.id} />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="font-medium">{source.name}</span>
          <span className="truncate text-muted text-sm">{source.summary}</span>
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90" />
      </summary>
      <div className="grid gap-6 px-4 pt-2 pb-6 sm:px-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <SetUpSteps source={source} />
          <KeyValue rows={factsOf(source)} />
          <LinkButton href={`/endpoints/new?source=${source.id}`} variant="outline" size="sm">
            New {source.name} endpoint
          </LinkButton>
        </div>
        {sample ? (
          <CodeBlock label={`Sample: ${sample.name}`} hasTitle height="tall" code={presentable(sample.body)} />
        ) : null}
      </div>
    </details>
  );
}

function factsOf({ id, proof, event, samples }: Source): KeyValueRow[] {
  const rows = [
    { key: "Id", value: id },
    ...(proof.kind === "hmac"
      ? [
          {
            key: "Signature",
            value: `HMAC-${proof.recipe.algorithm.toUpperCase()} in ${[proof.recipe.header].flat().join(" or ")}`,
          },
          { key: "Signed content", value: proof.recipe.signedContent },
        ]
      : []),
    { key: "Event type", value: event.type.map(describePlace).join(", or ") },
    { key: "Event id", value: event.id.map(describePlace).join(", or ") },
    { key: "Sample events", value: samples.map(({ eventType }) => eventType).join(", ") },
  ];
  return rows
    .filter(({ value }) => value !== "")
    .map(({ key, value }) => ({ key, value: <code className="font-mono text-[0.8125rem]">{value}</code> }));
}

function describePlace(place: IdPlace): string {
  if ("all" in place) return place.all.map(describePlace).join(" with ");
  if ("header" in place) return `header ${place.header}`;
  return `body ${"path" in place ? place.path : "key" in place ? place.key : place.xml}`;
}

/** JSON with line breaks; a form or XML as it is sent. */
function presentable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
