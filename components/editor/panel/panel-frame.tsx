"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";
import { useFieldData } from "@/components/fields/field-data";

const WIDTH = { usual: 384, min: 320, max: 640, step: 24 };

type PanelFrameProps = {
  label: string;
  /** What opens at its foot: the data to pick from. */
  aside: ReactNode;
  /** Escape was pressed, and there is no data to close first. */
  onClose: () => void;
  children: ReactNode;
};

/** The panel at the right of the canvas, as wide as one likes; on a narrow screen, a sheet at its foot. */
export function PanelFrame({ label, aside, onClose, children }: PanelFrameProps) {
  const [width, setWidth] = useState<number>(WIDTH.usual);
  const { target, setTarget } = useFieldData();
  const resize = (next: number) => setWidth(Math.min(WIDTH.max, Math.max(WIDTH.min, next)));

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowLeft: WIDTH.step, ArrowRight: -WIDTH.step }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    resize(width + step);
  }

  /** First the data, then the panel. */
  function onEscape(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    if (target) {
      setTarget(null);
      return;
    }
    onClose();
  }

  return (
    <aside
      onKeyDown={onEscape}
      aria-label={label}
      data-panel
      style={{ width }}
      className="relative z-20 flex shrink-0 flex-col border-border bg-surface max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:h-[70dvh] max-md:animate-arrive max-md:rounded-t-2xl max-md:w-auto! max-md:shadow-overlay md:border-l"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved. */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label="Width of the panel"
        aria-valuenow={width}
        aria-valuemin={WIDTH.min}
        aria-valuemax={WIDTH.max}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
        className="-left-1 absolute inset-y-0 z-10 hidden w-2 cursor-col-resize touch-none hover:bg-accent/40 md:block"
      />
      <div className="flex min-h-0 flex-1 flex-col">{children}</div>
      {target ? (
        <div className="flex max-h-[46%] min-h-56 shrink-0 animate-arrive flex-col overflow-hidden border-border border-t bg-surface-secondary">
          {aside}
        </div>
      ) : null}
    </aside>
  );
}
