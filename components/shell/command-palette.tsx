"use client";

import { Modal } from "@heroui/react";
import { CornerDownLeft, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { type Command, findCommands } from "@/components/shell/commands";

type CommandPaletteProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** Ctrl or Cmd with K: type where to go, Enter goes there. */
export function CommandPalette({ isOpen, onOpenChange }: CommandPaletteProps) {
  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      onOpenChange(!isOpen);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [isOpen, onOpenChange]);

  return (
    <Modal.Backdrop isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal.Container placement="top" className="sm:pt-[12vh]!">
        <Modal.Dialog aria-label="Go to" className="w-full overflow-hidden p-0! sm:w-[34rem]">
          <Palette onDone={() => onOpenChange(false)} />
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}

function Palette({ onDone }: { onDone: () => void }) {
  const router = useRouter();
  const listId = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const found = findCommands(query);
  const current = found[Math.min(at, found.length - 1)];

  function run(command: Command | undefined) {
    if (!command) return;
    onDone();
    router.push(command.href);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((at + step + found.length) % Math.max(found.length, 1));
    else if (event.key === "Enter") run(current);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div className="flex items-center gap-3 border-border border-b px-4">
        <Search aria-hidden className="size-4.5 shrink-0 text-muted" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette was opened to type in it.
          autoFocus
          role="combobox"
          aria-expanded
          aria-label="Where to?"
          aria-controls={listId}
          aria-autocomplete="list"
          {...(current ? { "aria-activedescendant": `${listId}-${current.id}` } : {})}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          placeholder="Where to?"
          className="h-13 w-full bg-transparent outline-none! placeholder:text-field-placeholder"
        />
      </div>
      <div id={listId} role="listbox" aria-label="Commands" className="max-h-80 overflow-y-auto p-2">
        {found.map((command, index) => (
          <Option
            key={command.id}
            id={`${listId}-${command.id}`}
            command={command}
            isCurrent={command === current}
            isFirstOfGroup={found[index - 1]?.group !== command.group}
            onHover={() => setAt(index)}
            onPick={() => run(command)}
          />
        ))}
        {found.length === 0 ? (
          <p className="px-3 py-8 text-center text-muted text-sm">Nothing is called that.</p>
        ) : null}
      </div>
    </>
  );
}

type OptionProps = {
  id: string;
  command: Command;
  isCurrent: boolean;
  isFirstOfGroup: boolean;
  onHover: () => void;
  onPick: () => void;
};

function Option({ id, command, isCurrent, isFirstOfGroup, onHover, onPick }: OptionProps) {
  const Icon = command.icon;
  return (
    <>
      {isFirstOfGroup ? (
        <p role="presentation" className="eyebrow px-3 pt-2 pb-1">
          {command.group}
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keys. */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={isCurrent}
        onMouseMove={onHover}
        onClick={onPick}
        className={`flex h-10 cursor-pointer items-center gap-3 rounded-lg px-3 text-sm ${isCurrent ? "bg-accent-soft" : ""}`}
      >
        <Icon aria-hidden className={`size-4 ${isCurrent ? "text-accent-soft-foreground" : "text-muted"}`} />
        {command.name}
        {isCurrent ? <CornerDownLeft aria-hidden className="ml-auto size-3.5 text-muted" /> : null}
      </div>
    </>
  );
}
