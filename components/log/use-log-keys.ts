"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";

type Keys = {
  /** Holds the rows: links marked `data-row` with the item's id. Enter opens the focused one by itself. */
  list?: RefObject<HTMLElement | null>;
  /** Where `/` goes. */
  search?: RefObject<HTMLInputElement | null>;
  /** What `c` does with the focused row, or with what is open when there is no list. */
  onCopy?: (id: string) => void;
  /** What `r` does, likewise. */
  onRetry?: (id: string) => void;
  /** What `a` and `x` do, likewise. */
  onApprove?: (id: string) => void;
  onReject?: (id: string) => void;
};

/** j and k walk through a log, / searches, c copies, r runs once more, a and x go to an answer. Not while somebody types, or a dialog is open. */
export function useLogKeys({ list, search, onCopy, onRetry, onApprove, onReject }: Keys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  const acts: Record<string, () => void> = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => search?.current?.focus(),
    ...(onCopy ? { c: () => withFocused(onCopy) } : {}),
    ...(onRetry ? { r: () => withFocused(onRetry) } : {}),
    ...(onApprove ? { a: () => withFocused(onApprove) } : {}),
    ...(onReject ? { x: () => withFocused(onReject) } : {}),
  };

  function rows(): HTMLElement[] {
    return [...(list?.current?.querySelectorAll<HTMLElement>("a[data-row]") ?? [])];
  }

  function focused(all: HTMLElement[]): number {
    const row = document.activeElement?.closest("tr, li");
    return all.findIndex((link) => row?.contains(link));
  }

  function step(by: number) {
    const all = rows();
    const at = focused(all);
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  function withFocused(act: (id: string) => void) {
    const all = rows();
    const id = list ? all[focused(all)]?.dataset["row"] : "";
    if (id !== undefined) act(id);
  }

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    addEventListener("keydown", listener);
    return () => removeEventListener("keydown", listener);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest("input, textarea, select, [role=dialog], [role=menu], [role=tree]") !== null
  );
}
