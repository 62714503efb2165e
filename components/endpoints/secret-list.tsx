"use client";

import { Button } from "@heroui/react";
import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { RotateDialog } from "@/components/endpoints/rotate-dialog";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/notify";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { StatusChip } from "@/components/ui/status-chip";
import type { SigningSecret } from "@/lib/domain/endpoints/endpoint";

type SecretListProps = { endpointId: string; sourceName: string; secrets: SigningSecret[] };

/** The signing secrets of an endpoint, never their values: replace one, or end one. */
export function SecretList({ endpointId, sourceName, secrets }: SecretListProps) {
  const router = useRouter();
  const [isRotating, setIsRotating] = useState(false);
  const [revoking, setRevoking] = useState<string | null>(null);

  async function revoke() {
    const answer = await callApi("DELETE", `/api/v1/endpoints/${endpointId}/secrets/${revoking}`);
    if (answer.ok) router.refresh();
    else notify.bad(answer.error);
  }

  return (
    <Section
      title="Signing secrets"
      actions={
        <Button variant="ghost" size="sm" onPress={() => setIsRotating(true)}>
          <RotateCw aria-hidden />
          Rotate
        </Button>
      }
    >
      {secrets.length === 0 ? (
        <p className="text-muted text-sm">None. Every request is refused until there is one: rotate to make it.</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {secrets.map((secret) => (
            <SecretLine key={secret.id} secret={secret} onRevoke={() => setRevoking(secret.id)} />
          ))}
        </ul>
      )}
      {isRotating ? (
        <RotateDialog endpointId={endpointId} sourceName={sourceName} onClose={() => setIsRotating(false)} />
      ) : null}
      <ConfirmDialog
        isOpen={revoking !== null}
        onOpenChange={() => setRevoking(null)}
        title="Revoke this secret?"
        action="Revoke secret"
        onConfirm={revoke}
      >
        Requests signed with it are refused from this moment, also those on their way. It cannot be taken back.
      </ConfirmDialog>
    </Section>
  );
}

function SecretLine({ secret, onRevoke }: { secret: SigningSecret; onRevoke: () => void }) {
  const { status, createdAt, retiresAt, revokedAt } = secret;
  return (
    <li className="flex items-center justify-between gap-3">
      <div className="flex min-w-0 flex-col items-start gap-1">
        <StatusChip status={status} />
        <span className="text-muted text-xs">
          Made <RelativeTime at={createdAt} />
          {status === "retiring" && retiresAt ? (
            <>
              , ends <RelativeTime at={retiresAt} />
            </>
          ) : null}
          {status === "revoked" && revokedAt ? (
            <>
              , ended <RelativeTime at={revokedAt} />
            </>
          ) : null}
        </span>
      </div>
      {status === "revoked" ? null : (
        <Button variant="danger-soft" size="sm" onPress={onRevoke}>
          Revoke
        </Button>
      )}
    </li>
  );
}
