import { Button, Modal } from "@heroui/react";
import { CopyField } from "@/components/ui/copy-field";
import { Notice } from "@/components/ui/notice";

type GiveStepProps = { value: string; sourceName: string; onNext: () => void };

/** The second step of a rotation: the new secret this once, on its way to the sender. */
export function GiveStep({ value, sourceName, onNext }: GiveStepProps) {
  return (
    <>
      <Modal.Body className="flex flex-col gap-4">
        <CopyField label="Signing secret" value={value} copyLabel="Copy secret" isPrimary />
        <Notice tone="warn">
          Copy it now, and put it in place of the old one at {sourceName}. It is shown this once.
        </Notice>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="outline" onPress={onNext}>
          It is there: watch the change
        </Button>
      </Modal.Footer>
    </>
  );
}
