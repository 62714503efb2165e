"use client";

import { Button, Modal } from "@heroui/react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { OVERLAPS } from "@/components/endpoints/secrets/overlaps";
import { ChoiceInput } from "@/components/ui/choice-input";
import { CopyField } from "@/components/ui/copy-field";
import { Notice } from "@/components/ui/notice";

type RotateUrlDialogProps = { endpointId: string; onClose: () => void };

/** Gives an endpoint a new address, and lets the old one work on for a while. */
export function RotateUrlDialog({ endpointId, onClose }: RotateUrlDialogProps) {
  const router = useRouter();
  const [overlap, setOverlap] = useState("86400");
  const [complaint, setComplaint] = useState<string>();
  const [isPending, setIsPending] = useState(false);
  const [url, setUrl] = useState<string>();

  async function rotate() {
    setIsPending(true);
    const answer = await callApi<{ url: string }>("POST", `/api/v1/endpoints/${endpointId}/rotate-url`, {
      overlapSeconds: Number(overlap),
    });
    setIsPending(false);
    if (!answer.ok) return setComplaint(answer.error);
    setUrl(answer.value.url);
    router.refresh();
  }

  return (
    <Modal.Backdrop isOpen onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal.Container size="md">
        <Modal.Dialog>
          <Modal.Header>
            <Modal.Heading>{url ? "The new address" : "Give it a new address?"}</Modal.Heading>
          </Modal.Header>
          <Modal.Body className="flex flex-col gap-4 px-0.5 pb-1">
            {url ? (
              <>
                <CopyField label="URL" value={url} copyLabel="Copy new URL" isPrimary />
                <p className="text-pretty text-muted text-sm">Put it in place of the old one at the sender.</p>
              </>
            ) : (
              <>
                <Notice tone="warn" title="The sender has to be changed, too">
                  Doorbell cannot change the address at the sender. Whoever still rings the old one when it ends is told
                  that there is no such address, and those deliveries are lost.
                </Notice>
                <ChoiceInput
                  label="How long does the old address still work?"
                  value={overlap}
                  onChange={setOverlap}
                  choices={OVERLAPS}
                />
                {complaint ? (
                  <Notice tone="bad" isAlert>
                    {complaint}
                  </Notice>
                ) : null}
              </>
            )}
          </Modal.Body>
          <Modal.Footer>
            <Button variant={url ? "primary" : "tertiary"} onPress={onClose}>
              {url ? "Done" : "Cancel"}
            </Button>
            {url ? null : (
              <Button variant={overlap === "0" ? "danger" : "primary"} isPending={isPending} onPress={rotate}>
                Make a new address
              </Button>
            )}
          </Modal.Footer>
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}
