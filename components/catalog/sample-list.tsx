import { ChevronRight } from "lucide-react";
import { CodeBlock } from "@/components/ui/code-block";
import type { Sample } from "@/lib/catalog/sources/define-source";

/** What a source sends, the first one open. */
export function SampleList({ samples }: { samples: readonly Sample[] }) {
  return (
    <ul className="flex flex-col divide-y divide-separator">
      {samples.map((sample, index) => (
        <li key={sample.name}>
          <details open={index === 0} className="group">
            <summary className="flex cursor-pointer list-none items-center gap-2 rounded-md py-2.5 text-sm [&::-webkit-details-marker]:hidden">
              <ChevronRight
                aria-hidden
                className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
              />
              <span className="font-medium">{sample.name}</span>
              <code className="min-w-0 truncate font-mono text-muted text-xs">{sample.eventType}</code>
            </summary>
            <div className="pb-3">
              <CodeBlock label={`Sample: ${sample.name}`} height="tall" code={prettyBody(sample.body)} />
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

/** JSON with room to read it; a form or XML as it is. */
function prettyBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
