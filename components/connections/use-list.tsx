import { Workflow } from "lucide-react";
import Link from "next/link";
import type { ConnectionUse } from "@/lib/domain/connections/connection";

/** The workflows that use a connection, to go to. */
export function UseList({ uses }: { uses: readonly ConnectionUse[] }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {uses.map(({ workflowId, name }) => (
        <li key={workflowId} className="flex min-w-0 items-center gap-2 text-sm">
          <Workflow aria-hidden className="size-4 shrink-0 text-muted" />
          <Link href={`/workflows/${workflowId}`} className="truncate rounded-sm font-medium hover:underline">
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
