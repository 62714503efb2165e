import { cn } from "@heroui/styles";

const TONES = { good: "bg-good", quiet: "bg-quiet", bad: "bg-bad", brass: "bg-brass" } as const;

type ShareBarProps = {
  /** From 0 to 1. */
  share: number;
  /** What it shows, in words: the bar itself is only for the eye where these stand beside it. */
  label?: string;
  tone?: keyof typeof TONES;
};

/** A part of a whole as a bar. Any share above nothing stays visible. */
export function ShareBar({ share, label, tone = "good" }: ShareBarProps) {
  const percent = share <= 0 ? 0 : Math.max(1.5, Math.min(1, share) * 100);
  return (
    <span
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
      className="block h-1.5 w-full overflow-hidden rounded-full bg-surface-tertiary"
    >
      <span className={cn("block h-full rounded-full", TONES[tone])} style={{ width: `${percent}%` }} />
    </span>
  );
}
