"use client";

import { Button, Modal } from "@heroui/react";
import { CircleCheck } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { RevokeDialog } from "@/components/endpoints/secrets/revoke-dialog";
import { SecretLine } from "@/components/endpoints/secrets/secret-line";
import { RowSkeleton } from "@/components/ui/row-skeleton";
import type { SecretInUse } from "@/lib/domain/endpoints/endpoint";

const LOOK_EVERY_MS = 3_000;

type WatchStepProps = { endpointId: string; newId: string; onEnded: () => void; onClose: () => void };

/** The rest of a rotation: how the sender goes over from the old secret to the new one, and the end of the old one. */
export function WatchStep({ endpointId, newId, onEnded, onClose }: WatchStepProps) {
  const [secrets, setSecrets] = useState<SecretInUse[]>();
  const [revoking, setRevoking] = useState<SecretInUse>();

  const look = useCallback(async () => {
    const answer = await callApi<{ items: SecretInUse[] }>("GET", `/api/v1/endpoints/${endpointId}/secrets`);
    if (answer.ok) setSecrets(answer.value.items);
  }, [endpointId]);

  useEffect(() => {
    void look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [look]);

  const living = secrets?.filter(({ status }) => status !== "revoked");
  const isAlone = living?.length === 1 && living[0]?.id === newId;
  useEffect(() => {
    if (isAlone) onEnded();
  }, [isAlone, onEnded]);

  return (
    <>
      <Modal.Body className="flex flex-col gap-4">
        {isAlone ? (
          <p className="flex items-center gap-2 font-medium text-good">
            <CircleCheck aria-hidden className="size-5" />
            Done: only the new secret works.
          </p>
        ) : (
          <p className="text-pretty text-muted text-sm">
            Both work for now. Once the sender signs with the new one only, revoke the old one. You can close this: the
            page shows the same.
          </p>
        )}
        {living ? (
          <ul aria-live="polite" className="divide-y divide-separator rounded-xl border border-border">
            {living.map((secret) => (
              <SecretLine
                key={secret.id}
                secret={secret}
                onRevoke={secret.id === newId ? undefined : () => setRevoking(secret)}
              />
            ))}
          </ul>
        ) : (
          <RowSkeleton rows={2} />
        )}
      </Modal.Body>
      <Modal.Footer>
        <Button variant={isAlone ? "primary" : "outline"} onPress={onClose}>
          {isAlone ? "Done" : "Close"}
        </Button>
      </Modal.Footer>
      {revoking ? (
        <RevokeDialog
          endpointId={endpointId}
          secret={revoking}
          onClose={() => {
            setRevoking(undefined);
            void look();
          }}
        />
      ) : null}
    </>
  );
}
