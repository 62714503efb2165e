"use client";

import { BatchFields } from "@/components/endpoints/options/events/batch-fields";
import { DedupeFields } from "@/components/endpoints/options/events/dedupe-fields";
import { type EventDraft, eventChanges, eventDraftOf } from "@/components/endpoints/options/events/event-draft";
import { EventPlaceFields } from "@/components/endpoints/options/events/event-place-fields";
import { SchemaFields } from "@/components/endpoints/options/events/schema-fields";
import { FormGroup } from "@/components/endpoints/options/form-group";
import { SaveBar } from "@/components/endpoints/options/save-bar";
import { SettingFields } from "@/components/endpoints/options/setting-fields";
import { useEventAtHand } from "@/components/endpoints/options/use-event-at-hand";
import { useOptionsForm } from "@/components/endpoints/options/use-options-form";
import { TextInput } from "@/components/ui/text-input";
import { findSource } from "@/lib/catalog/sources";
import type { Endpoint } from "@/lib/domain/endpoints/endpoint";

/** How an endpoint reads what arrives, and what it has to know of the sender for that. */
export function EventsForm({ endpoint }: { endpoint: Pick<Endpoint, "id" | "options" | "source"> }) {
  const source = findSource(endpoint.source);
  const event = useEventAtHand(endpoint);
  const form = useOptionsForm<EventDraft>({
    endpointId: endpoint.id,
    initial: eventDraftOf(endpoint.options, source),
    changesOf: (draft) => eventChanges(draft, source),
  });
  const { draft, set, errorAt } = form;

  return (
    <form onSubmit={form.save} className="flex flex-col gap-4">
      <div className="panel divide-y divide-separator">
        <FormGroup title="What happened" description="The event's type is what workflows choose by. Its id names it.">
          <EventPlaceFields form={form} source={source} event={event} />
        </FormGroup>
        <FormGroup
          title="Repeats"
          description="Senders send again what they are not sure of. A repeat is answered as if all were well, and nothing is done twice."
        >
          <DedupeFields form={form} source={source} event={event} />
        </FormGroup>
        {source?.batch ? (
          <FormGroup
            title="Several events at once"
            description={`${source.name} may put several events into one delivery.`}
          >
            <BatchFields value={draft.batch} onChange={(batch) => set({ batch })} />
          </FormGroup>
        ) : null}
        <FormGroup
          title="What shape it has"
          description="What does not follow the schema is refused, and kept with the reason. Nothing runs with half of what it needs."
        >
          <SchemaFields
            value={draft.schema}
            onChange={(schema) => set({ schema })}
            event={event}
            error={errorAt("schema")}
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
