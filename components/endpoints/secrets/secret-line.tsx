"use client";

import { Button } from "@heroui/react";
import { CircleCheck, History } from "lucide-react";
import type { ReactNode } from "react";
import { tellUse } from "@/components/endpoints/secrets/tell-use";
import { useHydrated } from "@/components/log/time/use-hydrated";
import { RelativeTime } from "@/components/ui/relative-time";
import { ShareBar } from "@/components/ui/share-bar";
import { StatusChip } from "@/components/ui/status-chip";
import type { SecretInUse } from "@/lib/domain/endpoints/endpoint";

type SecretLineProps = {
  secret: SecretInUse;
  /** Absent where nobody may. */
  onRevoke: (() => void) | undefined;
};

/** A secret, never its value: how it stands, who made it, and how much of what arrives it proves. */
export function SecretLine({ secret, onRevoke }: SecretLineProps) {
  const { id, status, rotationDue } = secret;
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="flex min-w-0 flex-col gap-1.5">
          <p className="flex flex-wrap items-center gap-2">
            <StatusChip status={status} />
            <code className="font-mono text-muted text-xs" title={id}>
              …{id.slice(-8)}
            </code>
            {rotationDue ? (
              <span className="inline-flex items-center gap-1 font-medium text-warn text-xs">
                <History aria-hidden className="size-3.5" />
                Old: time to rotate
              </span>
            ) : null}
          </p>
          <Story secret={secret} />
        </div>
        {status === "revoked" || !onRevoke ? null : (
          <Button variant="outline" size="sm" aria-label={`Revoke secret ending in ${id.slice(-8)}`} onPress={onRevoke}>
            Revoke
          </Button>
        )}
      </div>
      {status === "revoked" ? null : <Use secret={secret} />}
    </li>
  );
}

function Use({ secret }: { secret: SecretInUse }) {
  const isHydrated = useHydrated();
  // The server's clock is not the reader's; until the browser's is there, nothing is said that depends on it.
  const told = isHydrated ? tellUse(secret, Date.now()) : undefined;
  return (
    <div className="flex min-h-9 flex-col gap-1.5">
      <ShareBar share={secret.share} tone={secret.status === "active" ? "good" : "quiet"} />
      {told ? (
        <p
          className={`flex items-center gap-1.5 text-sm ${told.tone === "good" ? "font-medium text-good" : "text-muted"}`}
        >
          {told.tone === "good" ? <CircleCheck aria-hidden className="size-4" /> : null}
          {told.sentence}
        </p>
      ) : null}
    </div>
  );
}

function Story({ secret }: { secret: SecretInUse }) {
  const { status, createdAt, createdBy, lastUsedAt, retiresAt, revokedAt } = secret;
  const parts: ReactNode[] = [
    <span key="made">
      Made {createdBy ? `by ${createdBy} ` : ""}
      <RelativeTime at={createdAt} />
    </span>,
    <span key="used">{lastUsedAt ? <>last used {<RelativeTime at={lastUsedAt} />}</> : "never used"}</span>,
    status === "retiring" && retiresAt ? (
      <span key="ends">
        ends <RelativeTime at={retiresAt} />
      </span>
    ) : null,
    status === "revoked" && revokedAt ? (
      <span key="ended">
        ended <RelativeTime at={revokedAt} />
      </span>
    ) : null,
  ].filter((part) => part !== null);
  return (
    <p className="flex flex-wrap gap-x-1.5 text-muted text-sm [&>span:not(:last-child)]:after:content-['_·']">
      {parts}
    </p>
  );
}
