import { type DedupeDraft, dedupeChange, dedupeDraftOf } from "@/components/endpoints/options/events/dedupe-draft";
import { readSchemaText, writeSchemaText } from "@/components/endpoints/options/events/schema-text";
import type { Source } from "@/lib/catalog/sources/define-source";

/** How an endpoint reads what arrives, as the form holds it: every number and list as text, as it was typed. */
export type EventDraft = {
  eventTypePath: string;
  eventIdPath: string;
  dedupe: DedupeDraft;
  batch: "whole" | "items";
  schema: string;
  toleranceSeconds: string;
  publicUrl: string;
  settings: Record<string, string>;
};

type Options = Record<string, unknown>;

export function eventDraftOf(options: Options, source: Source | undefined): EventDraft {
  const textAt = (option: string) => {
    const value = options[option];
    return Array.isArray(value) ? value.join(", ") : value === undefined ? "" : String(value);
  };
  return {
    eventTypePath: textAt("eventTypePath"),
    eventIdPath: textAt("eventIdPath"),
    dedupe: dedupeDraftOf(options["dedupe"]),
    batch: options["batch"] === "items" ? "items" : "whole",
    schema: writeSchemaText(options["schema"]),
    toleranceSeconds: textAt("toleranceSeconds"),
    publicUrl: textAt("publicUrl"),
    settings: Object.fromEntries((source?.settings ?? []).map(({ option }) => [option, textAt(option)])),
  };
}

/** The draft as changes to an endpoint's options. Undefined takes an option away. */
export function eventChanges(draft: EventDraft, source: Source | undefined): Options {
  const settings = (source?.settings ?? []).map(({ option }) => [option, draft.settings[option]?.trim() || undefined]);
  return {
    ...Object.fromEntries(settings),
    eventTypePath: draft.eventTypePath.trim() || undefined,
    eventIdPath: draft.eventIdPath.trim() || undefined,
    dedupe: dedupeChange(draft.dedupe),
    ...(source?.batch ? { batch: draft.batch === "items" ? "items" : undefined } : {}),
    schema: schemaOf(draft.schema),
    toleranceSeconds: draft.toleranceSeconds.trim() ? Number(draft.toleranceSeconds) : undefined,
    publicUrl: draft.publicUrl.trim() || undefined,
  };
}

/** What is no schema goes as the text that it is, for the API to refuse: saving must not leave it out unsaid. */
function schemaOf(text: string): unknown {
  const read = readSchemaText(text);
  if (read.kind === "none") return undefined;
  return read.kind === "schema" ? read.schema : text;
}
