"use client";

import { Button, Input } from "@heroui/react";
import { Plus, Trash2 } from "lucide-react";
import { useId } from "react";
import type { AnswerDraft } from "@/components/endpoints/options/answers/answer-draft";
import { IconButton } from "@/components/ui/icon-button";

type Header = AnswerDraft["headers"][number];

type AnswerHeadersProps = {
  headers: readonly Header[];
  onChange: (headers: Header[]) => void;
  errorOf: (row: number, part: "name" | "value") => string | undefined;
};

/** Headers that go with an answer: names and values, a line each. */
export function AnswerHeaders({ headers, onChange, errorOf }: AnswerHeadersProps) {
  return (
    <div className="flex flex-col gap-4 sm:gap-2">
      {headers.map((header, row) => (
        <HeaderRow
          // biome-ignore lint/suspicious/noArrayIndexKey: headers have no identity but their place.
          key={row}
          number={row + 1}
          header={header}
          onChange={(part) => onChange(headers.map((other, at) => (at === row ? { ...other, ...part } : other)))}
          onRemove={() => onChange(headers.filter((_, at) => at !== row))}
          nameError={errorOf(row, "name")}
          valueError={errorOf(row, "value")}
        />
      ))}
      <Button
        size="sm"
        variant="outline"
        className="w-fit"
        onPress={() => onChange([...headers, { name: "", value: "" }])}
      >
        <Plus aria-hidden />
        Add header
      </Button>
    </div>
  );
}

type HeaderRowProps = {
  number: number;
  header: Header;
  onChange: (part: Partial<Header>) => void;
  onRemove: () => void;
  nameError: string | undefined;
  valueError: string | undefined;
};

const FIELD = { className: "font-mono", fullWidth: true, autoComplete: "off", spellCheck: "false" } as const;

function HeaderRow({ number, header, onChange, onRemove, nameError, valueError }: HeaderRowProps) {
  const errorId = useId();
  const error = nameError ?? valueError;
  const markOf = (wrong: string | undefined) =>
    wrong === undefined ? {} : { "aria-describedby": errorId, "aria-invalid": true };
  return (
    <div className="flex flex-col gap-1.5">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-1.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
        <Input
          {...FIELD}
          {...markOf(nameError)}
          aria-label={`Name of header ${number}`}
          placeholder="x-served-by"
          value={header.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <Input
          {...FIELD}
          {...markOf(valueError)}
          aria-label={`Value of header ${number}`}
          placeholder="doorbell"
          value={header.value}
          onChange={(event) => onChange({ value: event.target.value })}
        />
        <IconButton
          icon={Trash2}
          size="sm"
          className="max-sm:col-start-2 max-sm:row-start-1"
          label={`Remove header ${number}`}
          onPress={onRemove}
        />
      </div>
      {error ? (
        <p id={errorId} className="text-danger text-xs">
          {error}
        </p>
      ) : null}
    </div>
  );
}
