"use client";

import { Button } from "@heroui/react";
import { KeyRound, LockOpen, RotateCw } from "lucide-react";
import { useState } from "react";
import { RevokeDialog } from "@/components/endpoints/secrets/revoke-dialog";
import { RotateDialog } from "@/components/endpoints/secrets/rotate-dialog";
import { SecretLine } from "@/components/endpoints/secrets/secret-line";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { findSource } from "@/lib/catalog/sources";
import type { SecretInUse } from "@/lib/domain/endpoints/endpoint";

type SecretListProps = { endpointId: string; sourceId: string; secrets: readonly SecretInUse[]; mayChange: boolean };

/** The signing secrets of an endpoint, never their values: replace one, watch the change, end one. */
export function SecretList({ endpointId, sourceId, secrets, mayChange }: SecretListProps) {
  const [isRotating, setIsRotating] = useState(false);
  const [revoking, setRevoking] = useState<SecretInUse>();
  const source = findSource(sourceId);
  if (!source || source.secretBy === "nobody") {
    return (
      <div className="panel">
        <EmptyState icon={LockOpen} title="There is no secret to keep">
          This source needs none that Doorbell would hold. What else is asked of a ring stands under Limits.
        </EmptyState>
      </div>
    );
  }
  const rotate = mayChange ? (
    <Button variant={secrets.length === 0 ? "primary" : "outline"} size="sm" onPress={() => setIsRotating(true)}>
      <RotateCw aria-hidden />
      {secrets.length === 0 ? "Add a secret" : "Rotate"}
    </Button>
  ) : null;

  return (
    <Section
      title="Signing secrets"
      description="Each ring is proven with one of these. Values are kept encrypted and never shown again."
      isFlush
      actions={secrets.length === 0 ? null : rotate}
    >
      {secrets.length === 0 ? (
        <EmptyState icon={KeyRound} title="No secret yet" actions={rotate}>
          Every request is refused until there is one.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-separator border-separator border-t">
          {secrets.map((secret) => (
            <SecretLine key={secret.id} secret={secret} onRevoke={mayChange ? () => setRevoking(secret) : undefined} />
          ))}
        </ul>
      )}
      {isRotating ? (
        <RotateDialog
          endpointId={endpointId}
          sourceName={source.docsUrl ? source.name : "the sender"}
          canMake={source.secret !== null}
          onClose={() => setIsRotating(false)}
        />
      ) : null}
      {revoking ? (
        <RevokeDialog endpointId={endpointId} secret={revoking} onClose={() => setRevoking(undefined)} />
      ) : null}
    </Section>
  );
}
