import { CopyButton } from "@/components/ui/copy-button";

type CodeBlockProps = {
  code: string;
  /** What it is, as in “Request body”: the name for screen readers, and shown above when `hasTitle`. */
  label: string;
  hasTitle?: boolean;
  /** Breaks long lines instead of scrolling. */
  isWrapped?: boolean;
  /** The tallest it gets before it scrolls. */
  height?: "short" | "tall" | "full";
};

const HEIGHTS = { short: "max-h-56", tall: "max-h-[32rem]", full: "" } as const;

/** Text to read or copy as it is: code, a raw body, a command. */
export function CodeBlock({ code, label, hasTitle = false, isWrapped = false, height = "tall" }: CodeBlockProps) {
  return (
    <figure className="relative min-w-0 overflow-hidden rounded-xl border border-border bg-surface-secondary">
      <figcaption className={hasTitle ? "eyebrow px-3 pt-2.5" : "sr-only"}>{label}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0} className={`overflow-auto p-3 pr-12 ${HEIGHTS[height]}`}>
        <code
          className={`font-mono text-[0.8125rem] leading-relaxed ${isWrapped ? "wrap-anywhere whitespace-pre-wrap" : ""}`}
        >
          {code}
        </code>
      </pre>
      <div className="absolute top-1.5 right-1.5 rounded-lg bg-surface-secondary">
        <CopyButton value={code} label={`Copy ${label}`} />
      </div>
    </figure>
  );
}
