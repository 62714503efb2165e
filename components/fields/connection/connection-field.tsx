import { Button } from "@heroui/react";
import { ArrowUpRight, Plus } from "lucide-react";
import Link from "next/link";
import { useId, useState } from "react";
import { KindLogo } from "@/components/connections/kind-logo";
import { NewConnectionDialog } from "@/components/connections/new/new-connection-dialog";
import { useConnectionOptions } from "@/components/fields/connection/connection-options";
import { FieldFrame } from "@/components/fields/field-frame";
import type { FieldProps } from "@/components/fields/field-props";
import { useFormNode } from "@/components/fields/form-node";
import { SelectBox } from "@/components/fields/select-box";
import { findConnectionKind } from "@/lib/catalog/connections";
import type { Connection } from "@/lib/domain/connections/connection";

const NONE = "none";

/** What the step signs in with; a new connection can be made on the spot. */
export function ConnectionField({ field, value, onChange, problem }: FieldProps) {
  const id = useId();
  const { definition } = useFormNode();
  const { connections, mayConnect, onConnected } = useConnectionOptions();
  const [isMaking, setIsMaking] = useState(false);
  const usable = connections.filter(({ kind }) => definition.connections.includes(kind));
  const chosen = usable.find((connection) => connection.id === value);
  const none = field.isRequired ? [] : [{ value: NONE, label: field.placeholder ?? "Nothing" }];

  function take(connection: Connection) {
    onConnected(connection);
    onChange(connection.id);
    setIsMaking(false);
  }

  return (
    <FieldFrame
      htmlFor={id}
      label={field.label}
      isOptional={!field.isRequired}
      help={field.help}
      problem={problem}
      hintId={`${id}-hint`}
    >
      <SelectBox
        id={id}
        aria-describedby={`${id}-hint`}
        value={chosen?.id ?? (field.isRequired || value ? "" : NONE)}
        onChange={(next) => onChange(next === NONE ? undefined : next)}
        placeholder={usable.length > 0 ? "Choose a connection" : "None yet"}
        choices={[...none, ...usable.map((connection) => ({ value: connection.id, label: labelOf(connection) }))]}
      />
      {chosen ? <ChosenLine connection={chosen} /> : null}
      {mayConnect ? (
        <Button size="sm" variant="outline" className="w-fit" onPress={() => setIsMaking(true)}>
          <Plus aria-hidden />
          New connection
        </Button>
      ) : usable.length === 0 ? (
        <p className="text-pretty text-muted text-xs">An admin can add one under Connections.</p>
      ) : null}
      {isMaking ? (
        <NewConnectionDialog kinds={definition.connections} onSaved={take} onClose={() => setIsMaking(false)} />
      ) : null}
    </FieldFrame>
  );
}

function labelOf({ name, description }: Connection): string {
  return description ? `${name} (${description})` : name;
}

function ChosenLine({ connection: { id, kind, name, description } }: { connection: Connection }) {
  return (
    <div className="flex items-center gap-2 rounded-lg bg-surface-secondary py-1 pr-1 pl-1.5">
      <KindLogo kind={kind} size="sm" />
      <span className="min-w-0 flex-1 truncate text-xs">{description || (findConnectionKind(kind)?.name ?? kind)}</span>
      <Link
        href={`/connections/${id}`}
        aria-label={`Open the connection ${name}`}
        className="grid size-7 place-items-center rounded-lg text-muted hover:text-foreground"
      >
        <ArrowUpRight aria-hidden className="size-4" />
      </Link>
    </div>
  );
}
