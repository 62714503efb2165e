"use client";

import { Button } from "@heroui/react";
import type { ReactNode } from "react";
import type { Log } from "@/components/log/use-log-pages";
import { Notice } from "@/components/ui/notice";

type LogFootProps = {
  log: Pick<Log<{ id: string }>, "next" | "loadOlder" | "isLoadingOlder" | "error" | "items">;
  children?: ReactNode;
};

/** The end of a log's page: the way to older items, and hints. */
export function LogFoot({ log, children }: LogFootProps) {
  if (log.items.length === 0) return null;
  return (
    <div className="mt-4 flex flex-col items-center gap-4">
      {log.error ? (
        <Notice tone="bad" isAlert>
          {log.error}
        </Notice>
      ) : null}
      {log.next === null ? (
        <p className="text-muted text-xs">That is everything.</p>
      ) : (
        <Button variant="outline" isPending={log.isLoadingOlder} onPress={log.loadOlder}>
          Load older
        </Button>
      )}
      {children}
    </div>
  );
}
