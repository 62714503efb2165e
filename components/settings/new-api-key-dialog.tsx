"use client";

import { Button, Modal } from "@heroui/react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { ChoiceInput } from "@/components/ui/choice-input";
import { CopyField } from "@/components/ui/copy-field";
import { Notice } from "@/components/ui/notice";
import { TextInput } from "@/components/ui/text-input";

const ROLES = [
  { value: "viewer", label: "Viewer: reads" },
  { value: "editor", label: "Editor: reads, and changes endpoints and workflows" },
  { value: "admin", label: "Admin: also secrets and API keys" },
];

/** Makes an API key, and shows it this once. */
export function NewApiKeyDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [name, setName] = useState("");
  const [role, setRole] = useState("editor");
  const [complaint, setComplaint] = useState<string>();
  const [isPending, setIsPending] = useState(false);
  const [key, setKey] = useState<string>();

  async function make(event: FormEvent) {
    event.preventDefault();
    setIsPending(true);
    const answer = await callApi<{ key: string }>("POST", "/api/v1/api-keys", { name, role });
    setIsPending(false);
    if (!answer.ok) {
      setComplaint(answer.problems[0]?.message ?? answer.error);
      return;
    }
    setKey(answer.value.key);
    router.refresh();
  }

  return (
    <Modal.Backdrop
      isOpen
      isDismissable={key === undefined}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
    >
      <Modal.Container size="md">
        <Modal.Dialog>
          <Modal.Header>
            <Modal.Heading>{key ? "The new key" : "New API key"}</Modal.Heading>
          </Modal.Header>
          {key ? (
            <>
              <Modal.Body className="flex flex-col gap-4">
                <CopyField label="API key" value={key} copyLabel="Copy key" isPrimary />
                <Notice tone="warn">Copy it now. It is shown this once.</Notice>
              </Modal.Body>
              <Modal.Footer>
                <Button variant="tertiary" onPress={onClose}>
                  Done
                </Button>
              </Modal.Footer>
            </>
          ) : (
            <form onSubmit={make}>
              <Modal.Body className="flex flex-col gap-4 px-0.5 pb-1">
                <TextInput
                  label="Name"
                  name="name"
                  autoFocus
                  maxLength={100}
                  value={name}
                  onChange={setName}
                  help="What will use it?"
                  error={complaint}
                />
                <ChoiceInput label="Role" value={role} onChange={setRole} choices={ROLES} />
              </Modal.Body>
              <Modal.Footer>
                <Button variant="tertiary" onPress={onClose}>
                  Cancel
                </Button>
                <Button type="submit" isPending={isPending}>
                  Create key
                </Button>
              </Modal.Footer>
            </form>
          )}
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}
