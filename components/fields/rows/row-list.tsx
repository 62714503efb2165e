"use client";

import { Button } from "@heroui/react";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { type ReactNode, useId, useRef } from "react";
import { FieldFrame } from "@/components/fields/field-frame";
import { moved, replaced, without } from "@/components/fields/rows/change-rows";
import { IconButton } from "@/components/ui/icon-button";

/** What a row is drawn with. */
export type RowSlot<Row> = {
  row: Row;
  /** Counted from 1. */
  number: number;
  /** For the ids of its controls. */
  id: string;
  onChange: (row: Row) => void;
  /** Its buttons: to move it, where that matters, and to take it away. */
  actions: ReactNode;
};

type RowListProps<Row> = {
  label: string;
  isOptional?: boolean;
  help?: string | undefined;
  problem?: string | undefined;
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  /** What a row is called, as in “Add header”. */
  noun: string;
  fresh: () => Row;
  /** What makes a row itself; absent where that is only its place. */
  keyOf?: (row: Row) => string;
  canMove?: boolean;
  children: (slot: RowSlot<Row>) => ReactNode;
};

/** A field that is a list: rows to add, to take away and, where their order matters, to move. The focus stays with what is left. */
export function RowList<Row>(props: RowListProps<Row>) {
  const { label, isOptional = false, help, problem, rows, onChange, noun, fresh, keyOf, children } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const idOf = (row: Row, index: number) => `${id}-${keyOf ? keyOf(row) : index}`;

  /** Of the targets, the first that the row has. */
  function focusIn(rowId: string, ...targets: string[]) {
    requestAnimationFrame(() => {
      const row = box.current?.querySelector(`[data-row="${CSS.escape(rowId)}"]`);
      const found = targets.map((target) => row?.querySelector<HTMLElement>(target)).find(Boolean);
      found?.focus();
    });
  }

  function add() {
    const row = fresh();
    onChange([...rows, row]);
    focusIn(idOf(row, rows.length), "input, textarea, select");
  }

  function remove(index: number) {
    onChange(without(rows, index));
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>("[data-add]")?.focus());
  }

  function move(index: number, by: -1 | 1) {
    onChange(moved(rows, index, by));
    const row = rows[index];
    if (row !== undefined) {
      focusIn(idOf(row, index + by), `[data-move="${by}"]:not(:disabled)`, "[data-move]:not(:disabled)");
    }
  }

  return (
    <FieldFrame labelId={`${id}-label`} label={label} isOptional={isOptional} help={help} problem={problem}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend in its own way. */}
      <div ref={box} role="group" aria-labelledby={`${id}-label`} className="flex flex-col gap-2.5">
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend in its own way.
          <div
            key={idOf(row, index)}
            data-row={idOf(row, index)}
            role="group"
            aria-label={`${capital(noun)} ${index + 1}`}
            className="flex flex-col gap-1.5 rounded-xl border border-border bg-surface-secondary p-2"
          >
            {children({
              row,
              number: index + 1,
              id: idOf(row, index),
              onChange: (next) => onChange(replaced(rows, index, next)),
              actions: (
                <RowActions
                  name={`${noun} ${index + 1}`}
                  isFirst={index === 0}
                  isLast={index === rows.length - 1}
                  {...(props.canMove && rows.length > 1 ? { onMove: (by) => move(index, by) } : {})}
                  onRemove={() => remove(index)}
                />
              ),
            })}
          </div>
        ))}
        <Button data-add size="sm" variant="outline" className="w-fit" onPress={add}>
          <Plus aria-hidden />
          Add {noun}
        </Button>
      </div>
    </FieldFrame>
  );
}

type RowActionsProps = {
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove?: (by: -1 | 1) => void;
  onRemove: () => void;
};

function RowActions({ name, isFirst, isLast, onMove, onRemove }: RowActionsProps) {
  return (
    <span className="flex shrink-0 items-center">
      {onMove ? (
        <>
          <IconButton
            data-move="-1"
            icon={ArrowUp}
            size="sm"
            label={`Move ${name} up`}
            isDisabled={isFirst}
            onPress={() => onMove(-1)}
          />
          <IconButton
            data-move="1"
            icon={ArrowDown}
            size="sm"
            label={`Move ${name} down`}
            isDisabled={isLast}
            onPress={() => onMove(1)}
          />
        </>
      ) : null}
      <IconButton icon={Trash2} size="sm" label={`Remove ${name}`} onPress={onRemove} />
    </span>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
