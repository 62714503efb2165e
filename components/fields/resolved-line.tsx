import type { Resolved } from "@/components/fields/resolve-field";

const SHOWN_LENGTH = 600;

/** What a field comes to with the data at hand. */
export function ResolvedLine({ resolved, isLong = false }: { resolved: Resolved | null; isLong?: boolean }) {
  if (!resolved) return null;
  const text = resolved.text.length > SHOWN_LENGTH ? `${resolved.text.slice(0, SHOWN_LENGTH)}…` : resolved.text;
  return (
    <div className="flex flex-col gap-1 text-xs leading-relaxed" data-testid="resolved">
      <div className="flex min-w-0 gap-1.5">
        <span className="shrink-0 font-medium text-good">Now:</span>
        {text === "" ? (
          <span className="text-muted italic">nothing</span>
        ) : (
          <span className={`wrap-anywhere min-w-0 whitespace-pre-wrap ${isLong ? "font-mono" : ""}`}>{text}</span>
        )}
      </div>
      {resolved.missing.length > 0 ? (
        <p className="wrap-anywhere text-warn">
          Not in this data: <span className="font-mono">{resolved.missing.join(", ")}</span>
        </p>
      ) : null}
    </div>
  );
}
