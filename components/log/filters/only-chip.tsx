import { X } from "lucide-react";
import Link from "next/link";
import type { Filters } from "@/components/log/filters/use-filters";

/** Says that a link has narrowed the list down to what belongs to one thing, and takes that off. There while it is on. */
export function OnlyChip({ filters, name, words }: { filters: Filters; name: string; words: string }) {
  if (filters.value(name) === "") return null;
  return (
    <Link
      href={filters.hrefWith({ [name]: "" })}
      replace
      scroll={false}
      className="inline-flex h-9 w-fit items-center gap-1.5 rounded-xl border border-accent bg-accent-soft px-3 font-medium text-accent-soft-foreground text-sm hover:bg-accent-soft-hover"
    >
      {words}
      <X aria-hidden className="size-3.5" />
      <span className="sr-only">: show others, too</span>
    </Link>
  );
}
