import { TriangleAlert } from "lucide-react";
import type { EventAtHand } from "@/components/deliveries/sample/event-at-hand";
import { EventTag } from "@/components/deliveries/sample/event-tag";
import type { AnswerPreview as Preview } from "@/components/endpoints/options/answers/preview-answer";

type AnswerPreviewProps = { preview: Preview | undefined; event: EventAtHand | null };

/** The answer as the sender would get it. */
export function AnswerPreview({ preview, event }: AnswerPreviewProps) {
  return (
    <figure
      aria-label="What the sender gets"
      className="min-w-0 overflow-hidden rounded-xl border border-border bg-surface-secondary"
    >
      <figcaption className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-separator border-b px-3 py-2">
        <span className="eyebrow">What the sender gets</span>
        {event ? (
          <span className="text-muted text-xs">
            <EventTag event={event} />
          </span>
        ) : null}
      </figcaption>
      {preview ? (
        <Filled preview={preview} />
      ) : (
        <p className="px-3 py-4 text-muted text-sm">
          {event
            ? "It is shown here once what is wrong at the fields is put right."
            : "Looking for the latest delivery…"}
        </p>
      )}
    </figure>
  );
}

function Filled({ preview: { status, headers, body, remarks } }: { preview: Preview }) {
  return (
    <div className="flex flex-col gap-2 p-3 font-mono text-[0.8125rem] leading-relaxed">
      <p className="font-semibold text-base text-good">{status}</p>
      {Object.entries(headers).map(([name, value]) => (
        <p key={name} className="wrap-anywhere">
          <span className="text-muted">{name}:</span> {value}
        </p>
      ))}
      {body === "" ? (
        <p className="font-sans text-muted italic">no body</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <pre tabIndex={0} className="wrap-anywhere max-h-56 overflow-y-auto whitespace-pre-wrap">
          {body}
        </pre>
      )}
      {remarks.map((remark) => (
        <p key={remark} className="wrap-anywhere flex items-start gap-1.5 font-sans text-sm text-warn">
          <TriangleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
          {remark}
        </p>
      ))}
    </div>
  );
}
