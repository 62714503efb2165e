"use client";

import { Button } from "@heroui/react";
import { WandSparkles } from "lucide-react";
import { useMemo } from "react";
import type { EventAtHand } from "@/components/deliveries/sample/event-at-hand";
import { SchemaOutlook } from "@/components/endpoints/options/events/schema-outlook";
import { readSchemaText, writeSchemaText } from "@/components/endpoints/options/events/schema-text";
import { TextAreaInput } from "@/components/ui/text-area-input";
import { schemaFromExample } from "@/lib/domain/deliveries/schema/schema-from-example";
import type { Json } from "@/lib/domain/json/json";

type SchemaFieldsProps = {
  value: string;
  onChange: (schema: string) => void;
  event: EventAtHand | null;
  error: string | undefined;
};

/** The JSON Schema that bodies have to follow, and what it means for the event at hand. */
export function SchemaFields({ value, onChange, event, error }: SchemaFieldsProps) {
  const read = useMemo(() => readSchemaText(value), [value]);
  const body = event?.trigger["body"];
  return (
    <>
      <div className="flex flex-col gap-2">
        <TextAreaInput
          label="JSON Schema"
          rows={value === "" ? 4 : 12}
          value={value}
          onChange={onChange}
          placeholder={'{\n  "type": "object",\n  "required": ["id"]\n}'}
          help="Draft 7 or 2020-12. Empty: every shape is taken."
          error={read.kind === "broken" ? read.message : error}
        />
        <Button
          variant="outline"
          size="sm"
          className="mt-1 w-fit"
          isDisabled={body === undefined || body === null}
          onPress={() => onChange(writeSchemaText(schemaFromExample(body as Json)))}
        >
          <WandSparkles aria-hidden />
          {event?.origin === "sample" ? "Make one from the sample" : "Make one from the latest delivery"}
        </Button>
        <p className="text-pretty text-muted text-xs">
          It asks for all that this one has. Take out of “required” what may be missing.
        </p>
      </div>
      {read.kind === "schema" && event ? <SchemaOutlook problems={read.validate(body ?? null)} event={event} /> : null}
    </>
  );
}
