import { ExternalLink } from "lucide-react";
import type { Source } from "@/lib/catalog/sources/define-source";

/** What to do at the sender's. */
export function SetUpSteps({ source }: { source: Pick<Source, "setup" | "docsUrl" | "name"> }) {
  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col gap-2.5">
        {source.setup.map((step, index) => (
          <li key={step} className="flex gap-3 text-sm">
            <span
              aria-hidden
              className="mt-px grid size-5 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-[0.6875rem] text-accent-soft-foreground tabular-nums"
            >
              {index + 1}
            </span>
            <span className="text-pretty">{step}</span>
          </li>
        ))}
      </ol>
      {source.docsUrl ? (
        <a
          href={source.docsUrl}
          target="_blank"
          rel="noreferrer"
          className="text-link inline-flex w-fit items-center gap-1.5 text-sm"
        >
          {source.name} on webhooks
          <ExternalLink aria-hidden className="size-3.5" />
          <span className="sr-only">(opens a new tab)</span>
        </a>
      ) : null}
    </div>
  );
}
