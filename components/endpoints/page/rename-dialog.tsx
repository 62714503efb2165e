"use client";

import { Button, Modal } from "@heroui/react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { TextInput } from "@/components/ui/text-input";

type RenameDialogProps = { endpoint: { id: string; name: string }; onClose: () => void };

/** Gives an endpoint another name. */
export function RenameDialog({ endpoint, onClose }: RenameDialogProps) {
  const router = useRouter();
  const [name, setName] = useState(endpoint.name);
  const [complaint, setComplaint] = useState<string>();
  const [isPending, setIsPending] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    setIsPending(true);
    const answer = await callApi("PATCH", `/api/v1/endpoints/${endpoint.id}`, { name });
    setIsPending(false);
    if (!answer.ok) {
      setComplaint(answer.problems.find(({ path }) => path === "name")?.message ?? answer.error);
      return;
    }
    router.refresh();
    onClose();
  }

  return (
    <Modal.Backdrop isOpen onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal.Container size="sm">
        <Modal.Dialog>
          <Modal.Header>
            <Modal.Heading>Rename the endpoint</Modal.Heading>
          </Modal.Header>
          <form onSubmit={save}>
            <Modal.Body className="px-0.5 pb-1">
              <TextInput
                label="Name"
                name="name"
                autoFocus
                maxLength={100}
                value={name}
                onChange={setName}
                error={complaint}
              />
            </Modal.Body>
            <Modal.Footer>
              <Button variant="tertiary" onPress={onClose}>
                Cancel
              </Button>
              <Button type="submit" isPending={isPending}>
                Save
              </Button>
            </Modal.Footer>
          </form>
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}
