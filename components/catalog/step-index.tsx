import Link from "next/link";
import { groupAnchor, type NodeGroup } from "@/components/catalog/group-nodes";

/** What there is, to jump to. On a narrow screen, only the groups. */
export function StepIndex({ groups }: { groups: readonly NodeGroup[] }) {
  return (
    <nav
      aria-label="Kinds of steps"
      className="text-sm lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto lg:pr-2 lg:pb-6"
    >
      <ul className="flex flex-wrap gap-1.5 lg:flex-col lg:gap-5">
        {groups.map(({ title, nodes }) => (
          <li key={title} className="flex flex-col gap-1">
            <Link
              href={`#${groupAnchor(title)}`}
              className="rounded-full border border-border bg-surface px-3 py-1 font-medium hover:border-focus lg:eyebrow lg:rounded-md lg:border-0 lg:bg-transparent lg:px-2 lg:py-0 lg:hover:text-foreground"
            >
              {title} <span className="font-normal text-muted tabular-nums lg:sr-only">{nodes.length}</span>
            </Link>
            <ul className="hidden flex-col lg:flex">
              {nodes.map(({ type, name }) => (
                <li key={type}>
                  <Link
                    href={`#${type}`}
                    className="block truncate rounded-md px-2 py-1 text-muted hover:bg-surface-tertiary hover:text-foreground"
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}
