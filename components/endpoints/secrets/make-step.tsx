"use client";

import { Button, Modal } from "@heroui/react";
import { type FormEvent, useState } from "react";
import { type ApiProblem, callApi } from "@/components/api/call-api";
import { OVERLAPS } from "@/components/endpoints/secrets/overlaps";

import { ChoiceCards } from "@/components/ui/choice-cards";
import { ChoiceInput } from "@/components/ui/choice-input";
import { Notice } from "@/components/ui/notice";
import { TextInput } from "@/components/ui/text-input";

/** The new secret, in the one answer that holds it. */
export type Rotated = { secretId: string; value: string };

type MakeStepProps = {
  endpointId: string;
  sourceName: string;
  canMake: boolean;
  onCancel: () => void;
  onRotated: (rotated: Rotated) => void;
};

type Answer = { secret: { id: string }; signingSecret: string };

/** The first step of a rotation: who makes the new secret, and how long the old one works on. */
export function MakeStep({ endpointId, sourceName, canMake, onCancel, onRotated }: MakeStepProps) {
  const [isPasting, setIsPasting] = useState(!canMake);
  const [value, setValue] = useState("");
  const [overlap, setOverlap] = useState("86400");
  const [complaint, setComplaint] = useState<{ message: string; problems: readonly ApiProblem[] }>();
  const [isPending, setIsPending] = useState(false);
  const wrongValue = complaint?.problems.find(({ path }) => path === "value")?.message;

  async function rotate(event: FormEvent) {
    event.preventDefault();
    if (isPasting && !value.trim()) {
      setComplaint({ message: "", problems: [{ path: "value", message: "Paste the new secret." }] });
      return;
    }
    setIsPending(true);
    const answer = await callApi<Answer>("POST", `/api/v1/endpoints/${endpointId}/secrets/rotate`, {
      overlapSeconds: Number(overlap),
      ...(isPasting ? { value: value.trim() } : {}),
    });
    setIsPending(false);
    if (answer.ok) onRotated({ secretId: answer.value.secret.id, value: answer.value.signingSecret });
    else setComplaint({ message: answer.error, problems: answer.problems });
  }

  return (
    <form onSubmit={rotate}>
      <Modal.Body className="flex flex-col gap-5 px-0.5 pb-1">
        {canMake ? (
          <ChoiceCards
            label="Who makes the new secret?"
            value={isPasting ? "paste" : "make"}
            onChange={(choice) => setIsPasting(choice === "paste")}
            choices={[
              { value: "make", title: "Doorbell makes one", help: `You see it once, and paste it at ${sourceName}.` },
              { value: "paste", title: "I have one already", help: `For instance one that ${sourceName} made.` },
            ]}
          />
        ) : null}
        {isPasting ? (
          <TextInput
            label="New secret"
            isMono
            autoComplete="off"
            spellCheck="false"
            value={value}
            onChange={setValue}
            help={`As ${sourceName} shows it.`}
            error={wrongValue}
          />
        ) : null}
        <ChoiceInput
          label="How long does the old one still work?"
          value={overlap}
          onChange={setOverlap}
          choices={OVERLAPS}
        />
        {complaint?.message && !wrongValue ? (
          <Notice tone="bad" isAlert>
            {complaint.message}
          </Notice>
        ) : null}
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onPress={onCancel}>
          Cancel
        </Button>
        <Button type="submit" isPending={isPending}>
          {isPasting ? "Use this secret" : "Make the secret"}
        </Button>
      </Modal.Footer>
    </form>
  );
}
