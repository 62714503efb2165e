"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { percentText } from "@/components/endpoints/secrets/tell-use";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { notify } from "@/components/ui/notify";
import type { SecretInUse } from "@/lib/domain/endpoints/endpoint";

type RevokeDialogProps = { endpointId: string; secret: SecretInUse; onClose: () => void };

/** Ends a secret. Where the API says that it is in use, asks again before it is forced. */
export function RevokeDialog({ endpointId, secret, onClose }: RevokeDialogProps) {
  const router = useRouter();
  const [objection, setObjection] = useState<string>();
  // The dialog closes after each yes, but not after one that was answered with a question.
  const hasObjected = useRef(false);
  const path = `/api/v1/endpoints/${endpointId}/secrets/${secret.id}`;
  const isInUse = objection !== undefined || secret.share > 0;

  async function revoke() {
    const answer = await callApi("DELETE", isInUse ? `${path}?force=true` : path);
    if (answer.ok) {
      notify.good("Revoked: what it signs is refused from now on.");
      router.refresh();
      return onClose();
    }
    if (answer.code !== "conflict" || isInUse) return notify.bad(answer.error);
    hasObjected.current = true;
    setObjection(answer.error);
  }

  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen && !hasObjected.current) onClose();
        hasObjected.current = false;
      }}
      title={isInUse ? "It is in use. Revoke it anyway?" : "Revoke this secret?"}
      action={isInUse ? "Revoke anyway" : "Revoke secret"}
      onConfirm={revoke}
    >
      {objection ? <p className="mb-2 text-foreground">{objection}</p> : null}
      {secret.share > 0 && !objection ? (
        <p className="mb-2 text-foreground">
          It proved {percentText(secret.share)} of the last deliveries. Whoever signs with it is refused from the next
          ring on.
        </p>
      ) : null}
      Requests signed with it are refused from this moment, also those on their way. It cannot be taken back.
    </ConfirmDialog>
  );
}
