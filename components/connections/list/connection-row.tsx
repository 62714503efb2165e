import Link from "next/link";
import { KindLogo } from "@/components/connections/kind-logo";
import { ConnectionMenu } from "@/components/connections/list/connection-menu";
import { RelativeTime } from "@/components/ui/relative-time";
import { findConnectionKind } from "@/lib/catalog/connections";
import type { Connection, ConnectionUse } from "@/lib/domain/connections/connection";

/** The columns, for the head and for each row. Below `md` a row is a card. */
export const CONNECTION_COLUMNS =
  "grid-cols-[auto_minmax(0,1fr)_auto] md:grid-cols-[2.25rem_minmax(0,1.3fr)_minmax(0,1fr)_8rem_7rem_2.25rem]";

export type ListedConnection = { connection: Connection; uses: readonly ConnectionUse[] };

type ConnectionRowProps = ListedConnection & { mayTest: boolean; mayChange: boolean };

/** A connection in the list: to what, as whom, who uses it, and when that last happened. */
export function ConnectionRow({ connection, uses, mayTest, mayChange }: ConnectionRowProps) {
  const { id, name, description, kind, lastUsedAt } = connection;
  return (
    <li
      className={`relative grid items-center gap-x-4 gap-y-2 px-4 py-3 hover:bg-surface-secondary sm:px-5 ${CONNECTION_COLUMNS}`}
    >
      <KindLogo kind={kind} />
      <div className="flex min-w-0 flex-col">
        {/* The name's link fills the row; the menu stays above it. */}
        <Link
          href={`/connections/${id}`}
          className="truncate rounded-sm font-medium after:absolute after:inset-0 after:content-['']"
        >
          {name}
        </Link>
        <span className="truncate text-muted text-sm">{findConnectionKind(kind)?.name ?? kind}</span>
      </div>
      <span className="relative z-10 justify-self-end md:order-last">
        <ConnectionMenu connection={connection} uses={uses} mayTest={mayTest} mayChange={mayChange} />
      </span>
      <span
        className="col-span-3 truncate text-sm empty:hidden md:col-span-1 md:empty:block"
        {...(description ? { title: description } : {})}
      >
        {description}
      </span>
      <div className="col-span-3 flex flex-wrap items-center gap-x-3 text-muted text-sm md:contents">
        <span>{useWords(uses.length)}</span>
        <span>
          {lastUsedAt ? (
            <>
              <span className="md:sr-only">used </span>
              <RelativeTime at={lastUsedAt} />
            </>
          ) : (
            "Never used"
          )}
        </span>
      </div>
    </li>
  );
}

function useWords(count: number): string {
  if (count === 0) return "No workflow";
  return count === 1 ? "1 workflow" : `${count} workflows`;
}
