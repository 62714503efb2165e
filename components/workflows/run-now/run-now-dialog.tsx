"use client";

import { type FormEvent, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { FormDialog } from "@/components/ui/form-dialog";
import { SwitchInput } from "@/components/ui/switch-input";
import { TextInput } from "@/components/ui/text-input";
import { inputOf, type Written } from "@/components/workflows/run-now/manual-input";
import type { Run } from "@/lib/domain/runs/run";
import { type ManualField, manualComplaint } from "@/lib/domain/workflow/manual-form";

type RunNowDialogProps = {
  workflow: { id: string; name: string; fields: readonly ManualField[] };
  onClose: () => void;
  onStarted: (run: Run) => void;
};

/** Asks for what a workflow needs to be started by hand, and starts it. */
export function RunNowDialog({ workflow: { id, name, fields }, onClose, onStarted }: RunNowDialogProps) {
  const [written, setWritten] = useState<Written>({});
  const [isTried, setIsTried] = useState(false);
  const [complaint, setComplaint] = useState<string>();
  const [isPending, setIsPending] = useState(false);
  const input = inputOf(fields, written);
  const complaintOf = (field: ManualField) => (isTried ? manualComplaint(field, input[field.key]) : undefined);

  async function start(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    setComplaint(undefined);
    if (fields.some((field) => manualComplaint(field, input[field.key]))) return;
    setIsPending(true);
    const answer = await callApi<Run>("POST", `/api/v1/workflows/${id}/run`, { input });
    if (answer.ok) return onStarted(answer.value);
    setIsPending(false);
    setComplaint(answer.problems[0]?.message ?? answer.error);
  }

  return (
    <FormDialog
      title={`Run “${name}” now`}
      size="md"
      complaint={complaint}
      submit={{ label: "Run now", isPending, autoFocus: fields.length === 0 }}
      onSubmit={start}
      onClose={onClose}
    >
      <p className="text-muted text-sm">
        {fields.length === 0
          ? "It asks for nothing, and begins at once with the version that is published."
          : "It begins at once, with the version that is published."}
      </p>
      {fields.map((field, index) => (
        <Field
          key={field.key}
          field={field}
          value={written[field.key]}
          error={complaintOf(field)}
          isFirst={index === 0}
          onChange={(value) => setWritten({ ...written, [field.key]: value })}
        />
      ))}
    </FormDialog>
  );
}

type FieldProps = {
  field: ManualField;
  value: Written[string] | undefined;
  error: string | undefined;
  isFirst: boolean;
  onChange: (value: string | boolean) => void;
};

function Field({ field: { key, label, type, isRequired }, value, error, isFirst, onChange }: FieldProps) {
  if (type === "switch") return <SwitchInput label={label} isOn={value === true} onChange={onChange} />;
  return (
    <TextInput
      label={label}
      name={key}
      isOptional={!isRequired}
      autoFocus={isFirst}
      autoComplete="off"
      inputMode={type === "number" ? "decimal" : "text"}
      value={String(value ?? "")}
      onChange={onChange}
      error={error}
    />
  );
}
