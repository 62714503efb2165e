import { Check as CheckIcon, CircleDashed, Copy, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { durationText } from "@/components/ui/duration-text";
import { Section } from "@/components/ui/section";
import type { Check, Delivery } from "@/lib/domain/deliveries/delivery";
import { checksNotReached, explainCheck } from "@/lib/domain/deliveries/explain-check";

/** What the door looked at, in order, what it saw, and how far the delivery came. */
export function Receipt({ delivery }: { delivery: Delivery }) {
  return (
    <Section title="Receipt" description="What was looked at, in this order.">
      <ol className="flex flex-col">
        {delivery.checks.map((check) => (
          <CheckLine key={check.name} check={check} />
        ))}
        {checksNotReached(delivery.checks).map((title) => (
          <Line key={title} icon="unreached" title={title} sentence="Not looked at any more." />
        ))}
        {delivery.verdict === "rejected" ? null : <EventLine delivery={delivery} />}
        <Line
          icon={delivery.status < 400 ? "ok" : "bad"}
          title="Answer"
          sentence={`${delivery.status} after ${durationText(delivery.durationMs)}.`}
        />
      </ol>
    </Section>
  );
}

function CheckLine({ check }: { check: Check }) {
  const { title, sentence } = explainCheck(check);
  const comparison = [
    { term: "Expected", text: check.expected },
    { term: "Came", text: check.actual },
  ].filter(({ text }) => text !== undefined);
  return (
    <Line icon={check.ok ? "ok" : "bad"} title={title} sentence={sentence}>
      {check.ok || comparison.length === 0 ? null : (
        <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 rounded-xl bg-bad-soft px-3.5 py-2.5 text-sm">
          {comparison.map(({ term, text }) => (
            <div key={term} className="col-span-2 grid grid-cols-subgrid">
              <dt className="font-medium text-bad">{term}</dt>
              <dd className="wrap-anywhere">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </Line>
  );
}

function EventLine({ delivery: { eventType, eventId, duplicateOf } }: { delivery: Delivery }) {
  if (duplicateOf) {
    return (
      <Line icon="copy" title="Seen before" sentence="This event had been accepted already.">
        <Link href={`/deliveries/${duplicateOf}`} className="mt-1 w-fit text-link text-sm">
          Open the original
        </Link>
      </Line>
    );
  }
  if (eventId === null) {
    return (
      <Line
        icon="ok"
        title="Event"
        sentence={`${eventType ?? "No type"}. Without an event id, a repeat is told only where the endpoint says how.`}
      />
    );
  }
  return <Line icon="ok" title="Event" sentence={`${eventType ?? "No type"}, seen for the first time.`} />;
}

const ICONS = {
  ok: { icon: CheckIcon, className: "bg-good-soft text-good", word: "Passed" },
  bad: { icon: X, className: "bg-bad-soft text-bad", word: "Failed" },
  copy: { icon: Copy, className: "bg-quiet-soft text-quiet", word: "Repeated" },
  unreached: { icon: CircleDashed, className: "bg-surface-secondary text-muted", word: "Not reached" },
} as const;

type LineProps = { icon: keyof typeof ICONS; title: string; sentence: string; children?: ReactNode };

function Line({ icon, title, sentence, children }: LineProps) {
  const { icon: Icon, className, word } = ICONS[icon];
  return (
    <li className="group relative flex gap-3 pb-4 last:pb-0">
      <span aria-hidden className="absolute top-7 bottom-0.5 left-[0.8125rem] w-px bg-border group-last:hidden" />
      <span className={`relative grid size-6.5 shrink-0 place-items-center rounded-full ${className}`}>
        <Icon aria-hidden className="size-3.5" strokeWidth={2.5} />
        <span className="sr-only">{word}: </span>
      </span>
      <div className={`flex min-w-0 flex-1 flex-col pt-0.5 ${icon === "unreached" ? "text-muted" : ""}`}>
        <p className="text-sm">
          <span className="font-medium">{title}</span>
          <span className="text-muted"> · {sentence}</span>
        </p>
        {children}
      </div>
    </li>
  );
}
