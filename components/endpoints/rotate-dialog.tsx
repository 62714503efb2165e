"use client";

import { Button, Modal } from "@heroui/react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { ChoiceInput } from "@/components/ui/choice-input";
import { CopyField } from "@/components/ui/copy-field";
import { Notice } from "@/components/ui/notice";
import { TextInput } from "@/components/ui/text-input";

const OVERLAPS = [
  { value: "0", label: "Not at all: the old one ends now" },
  { value: "3600", label: "1 hour" },
  { value: "86400", label: "1 day" },
  { value: "604800", label: "1 week" },
];

type RotateDialogProps = { endpointId: string; sourceName: string; onClose: () => void };

/** Makes a new secret, shows it this once, and lets the old one work on for a while. */
export function RotateDialog({ endpointId, sourceName, onClose }: RotateDialogProps) {
  const router = useRouter();
  const [overlap, setOverlap] = useState("86400");
  const [value, setValue] = useState("");
  const [complaint, setComplaint] = useState<string>();
  const [isPending, setIsPending] = useState(false);
  const [made, setMade] = useState<string>();

  async function rotate(event: FormEvent) {
    event.preventDefault();
    setIsPending(true);
    const answer = await callApi<{ signingSecret: string }>("POST", `/api/v1/endpoints/${endpointId}/secrets/rotate`, {
      overlapSeconds: Number(overlap),
      ...(value.trim() ? { value: value.trim() } : {}),
    });
    setIsPending(false);
    if (!answer.ok) {
      setComplaint(answer.error);
      return;
    }
    setMade(answer.value.signingSecret);
    router.refresh();
  }

  return (
    <Modal.Backdrop
      isOpen
      isDismissable={made === undefined}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
    >
      <Modal.Container size="md">
        <Modal.Dialog>
          <Modal.Header>
            <Modal.Heading>{made ? "The new secret" : "Rotate the signing secret"}</Modal.Heading>
          </Modal.Header>
          {made ? (
            <NewSecret secret={made} sourceName={sourceName} onClose={onClose} />
          ) : (
            <form onSubmit={rotate}>
              <Modal.Body className="flex flex-col gap-4 px-0.5 pb-1">
                {complaint ? (
                  <Notice tone="bad" isAlert>
                    {complaint}
                  </Notice>
                ) : null}
                <ChoiceInput
                  label="How long does the old one still work?"
                  value={overlap}
                  onChange={setOverlap}
                  choices={OVERLAPS}
                />
                <TextInput
                  label="New secret"
                  isOptional
                  isMono
                  autoComplete="off"
                  spellCheck="false"
                  value={value}
                  onChange={setValue}
                  help={`Paste it if ${sourceName} made one. Leave it empty and Doorbell makes one.`}
                />
              </Modal.Body>
              <Modal.Footer>
                <Button variant="tertiary" onPress={onClose}>
                  Cancel
                </Button>
                <Button type="submit" isPending={isPending}>
                  Rotate secret
                </Button>
              </Modal.Footer>
            </form>
          )}
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}

function NewSecret({ secret, sourceName, onClose }: { secret: string; sourceName: string; onClose: () => void }) {
  return (
    <>
      <Modal.Body className="flex flex-col gap-4">
        <CopyField label="Signing secret" value={secret} copyLabel="Copy secret" isPrimary />
        <Notice tone="warn">Copy it now and give it to {sourceName}. It is shown this once.</Notice>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onPress={onClose}>
          Done
        </Button>
      </Modal.Footer>
    </>
  );
}
