"use client";

import { Modal } from "@heroui/react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { GiveStep } from "@/components/endpoints/secrets/give-step";
import { MakeStep, type Rotated } from "@/components/endpoints/secrets/make-step";
import { WatchStep } from "@/components/endpoints/secrets/watch-step";
import { StepTrail } from "@/components/ui/step-trail";

const STEPS = ["New secret", "To the sender", "Cut-over", "Revoke"];

type RotateDialogProps = {
  endpointId: string;
  sourceName: string;
  /** Whether Doorbell can make a secret for this sender; otherwise one has to be pasted. */
  canMake: boolean;
  onClose: () => void;
};

/** Replaces a secret step by step: make or paste it, give it to the sender, watch the change, end the old one. */
export function RotateDialog({ endpointId, sourceName, canMake, onClose }: RotateDialogProps) {
  const router = useRouter();
  const [rotated, setRotated] = useState<Rotated>();
  const [isWatching, setIsWatching] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const at = isDone ? 3 : isWatching ? 2 : rotated ? 1 : 0;

  function close() {
    router.refresh();
    onClose();
  }

  return (
    <Modal.Backdrop
      isOpen
      // The secret is shown this once: a stray click must not close it.
      isDismissable={rotated === undefined || isWatching}
      onOpenChange={(isOpen) => (isOpen ? undefined : close())}
    >
      <Modal.Container size="lg">
        <Modal.Dialog>
          <Modal.Header className="flex flex-col gap-4">
            <Modal.Heading>Rotate the signing secret</Modal.Heading>
            <StepTrail label="Steps of the rotation" steps={STEPS} at={at} />
          </Modal.Header>
          {rotated === undefined ? (
            <MakeStep
              endpointId={endpointId}
              sourceName={sourceName}
              canMake={canMake}
              onCancel={onClose}
              onRotated={setRotated}
            />
          ) : isWatching ? (
            <WatchStep
              endpointId={endpointId}
              newId={rotated.secretId}
              onEnded={() => setIsDone(true)}
              onClose={close}
            />
          ) : (
            <GiveStep value={rotated.value} sourceName={sourceName} onNext={() => setIsWatching(true)} />
          )}
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}
