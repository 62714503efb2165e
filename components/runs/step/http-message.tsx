"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { HeaderTable } from "@/components/log/header-table";
import { CodeBlock } from "@/components/ui/code-block";
import { JsonView } from "@/components/ui/json-view/json-view";
import type { Header } from "@/lib/domain/deliveries/delivery";
import { parseJson } from "@/lib/domain/json/parse-json";

type HttpMessageProps = {
  title: "Request" | "Response";
  /** Its first line. */
  line: ReactNode;
  headers: readonly Header[];
  body: string;
  /** Whether the body went on. */
  isCut?: boolean;
  actions?: ReactNode;
};

/** A request or a response as it went over the line. */
export function HttpMessage({ title, line, headers, body, isCut = false, actions }: HttpMessageProps) {
  const parsed = useMemo(() => (/^\s*[{[]/.test(body) ? parseJson(body) : null), [body]);
  const label = `${title} body`;
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        <h3 className="eyebrow">{title}</h3>
        {actions}
      </div>
      <p className="wrap-anywhere font-mono text-[0.8125rem]">{line}</p>
      <details className="group/headers">
        <summary className="flex w-fit cursor-pointer list-none items-center gap-1 rounded-md text-muted text-sm hover:text-foreground [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="size-3.5 transition-transform group-open/headers:rotate-90" />
          {headers.length === 1 ? "1 header" : `${headers.length} headers`}
        </summary>
        <div className="pt-2">
          <HeaderTable label={`${title} headers`} rows={headers} />
        </div>
      </details>
      {body === "" ? (
        <p className="text-muted text-sm">No body.</p>
      ) : parsed?.ok ? (
        <JsonView label={label} value={parsed.value} openDepth={2} />
      ) : (
        <CodeBlock label={label} code={body} isWrapped height="short" />
      )}
      {isCut ? <p className="text-muted text-xs">It went on; only the beginning is kept.</p> : null}
    </section>
  );
}
