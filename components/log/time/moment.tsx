import { ExactTime } from "@/components/log/time/exact-time";
import { RelativeTime } from "@/components/ui/relative-time";

/** How long ago, with the exact time beneath. */
export function Moment({ at }: { at: string }) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 lg:flex-col lg:gap-x-0">
      <RelativeTime at={at} className="whitespace-nowrap" />
      <ExactTime at={at} className="whitespace-nowrap text-muted text-xs tabular-nums" />
    </span>
  );
}
