import { CodeBlock } from "@/components/ui/code-block";
import { durationText } from "@/components/ui/duration-text";
import { Section } from "@/components/ui/section";
import type { Source } from "@/lib/catalog/sources/define-source";
import { answerSeen } from "@/lib/domain/deliveries/answer-seen";
import type { Delivery } from "@/lib/domain/deliveries/delivery";

type SenderSawProps = {
  delivery: Delivery;
  /** Who sent it, where that is known. */
  source?: Pick<Source, "name" | "habits" | "docsUrl" | "replies"> | undefined;
  /** Whether the endpoint has an answer of its own. */
  hasOwnAnswer: boolean;
};

/** The answer, from the other side, and what the sender makes of it. */
export function SenderSaw({ delivery, source, hasOwnAnswer }: SenderSawProps) {
  const { status, phrase, body, meaning } = answerSeen(
    delivery,
    hasOwnAnswer || source?.replies.accepted !== undefined,
  );
  return (
    <Section title="What the sender saw">
      <div className="flex flex-col gap-3">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className={`font-mono font-semibold text-xl ${status < 400 ? "text-good" : "text-bad"}`}>{status}</span>
          <span className="font-medium">{phrase}</span>
          <span className="text-muted text-sm">after {durationText(delivery.durationMs)}</span>
        </p>
        {body ? (
          <CodeBlock label="Answer" code={JSON.stringify(body)} isWrapped height="short" />
        ) : (
          <p className="text-muted text-sm">{wordsFor(delivery, hasOwnAnswer)}</p>
        )}
        <p className="text-pretty text-muted text-sm">{meaning}</p>
        {source && status >= 300 ? (
          <div className="flex flex-col gap-0.5 border-separator border-t pt-3">
            <p className="eyebrow">What {source.docsUrl ? source.name : "the sender"} does next</p>
            <p className="text-pretty text-sm">{source.habits.retries}</p>
          </div>
        ) : null}
      </div>
    </Section>
  );
}

/** What was answered, where Doorbell does not know it word for word. */
function wordsFor({ verdict }: Delivery, hasOwnAnswer: boolean): string {
  if (verdict === "handshake") return "The answer to the sender's own question.";
  return hasOwnAnswer
    ? "The endpoint's own answer, filled in from this delivery."
    : "The answer that the sender expects.";
}
