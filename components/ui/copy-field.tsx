import { CopyButton } from "@/components/ui/copy-button";

type CopyFieldProps = { label: string; value: string; copyLabel: string; isPrimary?: boolean };

/** A value to be taken elsewhere: all of it, in one click. */
export function CopyField({ label, value, copyLabel, isPrimary = false }: CopyFieldProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <span className="eyebrow">{label}</span>
      <div className="flex flex-col gap-2 rounded-xl border border-border bg-surface-secondary p-2 sm:flex-row sm:items-center">
        <code className="wrap-anywhere min-w-0 flex-1 select-all px-2 py-1 font-mono text-[0.8125rem] leading-relaxed">
          {value}
        </code>
        <CopyButton value={value} label={copyLabel} isLabelled variant={isPrimary ? "primary" : "outline"} size="md" />
      </div>
    </div>
  );
}
