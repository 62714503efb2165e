import type { ReactNode } from "react";
import { LogFoot } from "@/components/log/log-foot";
import { NewItemsPill } from "@/components/log/new-items-pill";
import type { Log } from "@/components/log/use-log-pages";

type LogListProps<Item extends { id: string }> = {
  log: Log<Item>;
  /** In place of the items where there are none. */
  empty: ReactNode;
  hints?: ReactNode;
  /** The items. */
  children: ReactNode;
};

/** A live list: what is new is announced above its items, and below them is the way to older ones. */
export function LogList<Item extends { id: string }>({ log, empty, hints, children }: LogListProps<Item>) {
  return (
    <div ref={log.top} className="flex scroll-mt-24 flex-col">
      <NewItemsPill count={log.held.length} onShow={log.showNew} />
      {log.items.length > 0 ? children : <div className="panel">{empty}</div>}
      <LogFoot log={log}>{hints}</LogFoot>
    </div>
  );
}
