"use client";

import { Button, Modal } from "@heroui/react";
import { useState } from "react";
import { ConnectionForm } from "@/components/connections/form/connection-form";
import { KindLogo } from "@/components/connections/kind-logo";
import { KindSetUp } from "@/components/connections/kind-set-up";
import { KindGallery } from "@/components/connections/new/kind-gallery";
import { findConnectionKind } from "@/lib/catalog/connections";
import type { Connection } from "@/lib/domain/connections/connection";

type NewConnectionDialogProps = {
  /** Which kinds will do. With one there is nothing to choose. */
  kinds: readonly string[];
  onSaved: (connection: Connection) => void;
  onClose: () => void;
};

/** Makes a connection without leaving the canvas. */
export function NewConnectionDialog({ kinds, onSaved, onClose }: NewConnectionDialogProps) {
  const choices = kinds.flatMap((id) => findConnectionKind(id) ?? []);
  const [only] = choices.length === 1 ? choices : [];
  const [kindId, setKindId] = useState(only?.id);
  const kind = kindId === undefined ? undefined : findConnectionKind(kindId);

  return (
    <Modal.Backdrop
      isOpen
      isDismissable={kind === undefined}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
    >
      <Modal.Container size="lg" scroll="inside">
        <Modal.Dialog>
          <Modal.Header>
            <Modal.Heading>
              {kind ? (
                <span className="flex items-center gap-3">
                  <KindLogo kind={kind.id} />
                  New connection: {kind.name}
                </span>
              ) : (
                "New connection"
              )}
            </Modal.Heading>
          </Modal.Header>
          <Modal.Body className="flex flex-col gap-5 px-0.5 pb-1">
            {kind ? (
              <>
                <details open className="rounded-xl bg-surface-secondary px-4 py-3 text-foreground">
                  <summary className="cursor-pointer rounded-md font-medium text-sm">Where to find it</summary>
                  <div className="pt-3">
                    <KindSetUp kind={kind} />
                  </div>
                </details>
                <ConnectionForm key={kind.id} kind={kind} onSaved={onSaved} onCancel={onClose} />
              </>
            ) : (
              <KindGallery kinds={choices} onChoose={setKindId} isNarrow />
            )}
          </Modal.Body>
          {kind ? null : (
            <Modal.Footer>
              <Button variant="tertiary" onPress={onClose}>
                Cancel
              </Button>
            </Modal.Footer>
          )}
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}
