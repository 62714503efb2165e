"use client";

import { placesText } from "@/components/catalog/place-words";
import { FormGroup } from "@/components/endpoints/options/form-group";
import { SaveBar } from "@/components/endpoints/options/save-bar";
import { SettingFields } from "@/components/endpoints/options/setting-fields";
import { useOptionsForm } from "@/components/endpoints/options/use-options-form";
import { TextInput } from "@/components/ui/text-input";
import { findSource } from "@/lib/catalog/sources";
import type { Source } from "@/lib/catalog/sources/define-source";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

type Draft = {
  eventTypePath: string;
  eventIdPath: string;
  toleranceSeconds: string;
  publicUrl: string;
  settings: Record<string, string>;
};

/** How an endpoint reads what arrives, and what it has to know of the sender for that. */
export function AnswersForm({ endpoint }: { endpoint: Pick<Endpoint, "id" | "options" | "source"> }) {
  const source = findSource(endpoint.source);
  const form = useOptionsForm<Draft>({
    endpointId: endpoint.id,
    initial: draftOf(endpoint.options, source),
    changesOf: (draft) => changesOf(draft, source),
  });
  const { draft, set, errorAt } = form;

  return (
    <form onSubmit={form.save} className="flex flex-col gap-4">
      <div className="panel divide-y divide-separator">
        <FormGroup
          title="What happened"
          description="The event's type is what workflows choose by. Its id is how a repeat is told from a new event."
        >
          <Path
            label="Where the event's type stands"
            value={draft.eventTypePath}
            onChange={(eventTypePath) => set({ eventTypePath })}
            usual={source ? placesText(source.event.type) : ""}
            error={errorAt("eventTypePath")}
          />
          <Path
            label="Where the event's id stands"
            value={draft.eventIdPath}
            onChange={(eventIdPath) => set({ eventIdPath })}
            usual={source ? placesText(source.event.id) : ""}
            error={errorAt("eventIdPath")}
          />
        </FormGroup>
        <FormGroup
          title="When it was signed"
          description="Where the sender signs a time, too old a request is refused."
        >
          <TextInput
            label="Tolerance in seconds"
            isOptional
            type="number"
            inputMode="numeric"
            placeholder="300"
            value={draft.toleranceSeconds}
            onChange={(toleranceSeconds) => set({ toleranceSeconds })}
            help="How far the time of signing may be from now. Empty: as the sender advises."
            error={errorAt("toleranceSeconds")}
          />
        </FormGroup>
        <FormGroup
          title="What the sender was told"
          description="Some signatures cover these, so both sides have to agree."
        >
          <TextInput
            label="Address as the sender knows it"
            isOptional
            type="url"
            value={draft.publicUrl}
            onChange={(publicUrl) => set({ publicUrl })}
            placeholder="https://hooks.example.com/in"
            help="Only where a proxy gives the endpoint another address. Empty: the one shown above."
            error={errorAt("publicUrl")}
          />
          <SettingFields
            settings={source?.settings ?? []}
            values={draft.settings}
            onChange={(settings) => set({ settings })}
            problems={form.problems}
          />
        </FormGroup>
      </div>
      <SaveBar form={form} />
    </form>
  );
}

type PathProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  usual: string;
  error: string | undefined;
};

function Path({ label, value, onChange, usual, error }: PathProps) {
  return (
    <TextInput
      label={label}
      isOptional
      isMono
      autoComplete="off"
      spellCheck="false"
      placeholder="data.type"
      value={value}
      onChange={onChange}
      help={usual ? `A path in the body. Empty: ${usual}.` : "A path in the body. Empty: none is looked for."}
      error={error}
    />
  );
}

function draftOf(options: Record<string, unknown>, source: Source | undefined): Draft {
  const textAt = (option: string) => {
    const value = options[option];
    return Array.isArray(value) ? value.join(", ") : value === undefined ? "" : String(value);
  };
  return {
    eventTypePath: textAt("eventTypePath"),
    eventIdPath: textAt("eventIdPath"),
    toleranceSeconds: textAt("toleranceSeconds"),
    publicUrl: textAt("publicUrl"),
    settings: Object.fromEntries((source?.settings ?? []).map(({ option }) => [option, textAt(option)])),
  };
}

function changesOf(draft: Draft, source: Source | undefined): Record<string, unknown> {
  const settings = (source?.settings ?? []).map(({ option }) => [option, draft.settings[option]?.trim() || undefined]);
  return {
    ...Object.fromEntries(settings),
    eventTypePath: draft.eventTypePath.trim() || undefined,
    eventIdPath: draft.eventIdPath.trim() || undefined,
    toleranceSeconds: draft.toleranceSeconds.trim() ? Number(draft.toleranceSeconds) : undefined,
    publicUrl: draft.publicUrl.trim() || undefined,
  };
}
