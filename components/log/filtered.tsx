import type { ReactNode, Ref } from "react";
import type { Filters } from "@/components/log/filters/use-filters";

type FilteredProps = { filters: Filters; ref?: Ref<HTMLDivElement>; children: ReactNode };

/** What filters narrow down: dimmed until it has caught up with them. */
export function Filtered({ filters: { isPending }, ref, children }: FilteredProps) {
  return (
    <div ref={ref} aria-busy={isPending} className={`transition-opacity ${isPending ? "opacity-60" : ""}`}>
      {children}
    </div>
  );
}
