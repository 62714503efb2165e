"use client";

import { Button } from "@heroui/react";
import { PlugZap } from "lucide-react";
import { SettingInput } from "@/components/connections/form/setting-input";
import { TrialResult } from "@/components/connections/form/trial-result";
import { useConnectionForm } from "@/components/connections/form/use-connection-form";
import { Notice } from "@/components/ui/notice";
import { TextInput } from "@/components/ui/text-input";
import type { ConnectionKind } from "@/lib/catalog/connections/define-connection";
import type { Connection } from "@/lib/domain/connections/connection";

type ConnectionFormProps = {
  kind: ConnectionKind;
  /** The one that is changed; absent for a new one. */
  connection?: Connection;
  onSaved: (connection: Connection) => void;
  onCancel?: () => void;
};

/** What a kind of connection asks for, to be tried and saved. Secrets go in, and are never shown again. */
export function ConnectionForm({ kind, connection, onSaved, onCancel }: ConnectionFormProps) {
  const form = useConnectionForm({ kind, connection, onSaved });
  return (
    <form
      onSubmit={form.save}
      aria-label={connection ? "Connection" : "New connection"}
      className="flex flex-col gap-5"
    >
      {kind.fields.map((field) => (
        <SettingInput
          key={field.key}
          field={field}
          value={form.valueOf(field.key)}
          onChange={(value) => form.setValue(field.key, value)}
          error={form.problemOf(`settings.${field.key}`)}
          saved={!connection?.secrets.includes(field.key) ? "no" : form.isTakenAway(field.key) ? "taken-away" : "yes"}
        />
      ))}
      <TextInput
        label="Name"
        name="name"
        autoComplete="off"
        maxLength={100}
        value={form.name}
        onChange={form.setName}
        help="For you and your team: an account, or what it is for."
        error={form.problemOf("name")}
      />
      {form.complaint ? (
        <Notice tone="bad" isAlert>
          {form.complaint}
        </Notice>
      ) : null}
      <TrialResult trial={form.trial} />
      <div className="flex flex-wrap items-center gap-2">
        {kind.test ? (
          <Button variant="outline" isPending={form.trial?.kind === "trying"} onPress={form.tryIt}>
            <PlugZap aria-hidden />
            Test connection
          </Button>
        ) : null}
        <div className="ml-auto flex gap-2">
          {onCancel ? (
            <Button variant="tertiary" onPress={onCancel}>
              Cancel
            </Button>
          ) : null}
          <Button type="submit" isPending={form.isSaving} isDisabled={!form.isChanged}>
            {connection ? "Save changes" : "Save connection"}
          </Button>
        </div>
      </div>
    </form>
  );
}
