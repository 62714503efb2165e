"use client";

import { Button } from "@heroui/react";
import type { ReactNode } from "react";

type ChosenCardProps = {
  logo: ReactNode;
  name: string;
  summary: string;
  /** What the button does: “Choose another sender”. */
  changeLabel: string;
  onChange: () => void;
};

/** What was chosen from a gallery, and the way back to it. */
export function ChosenCard({ logo, name, summary, changeLabel, onChange }: ChosenCardProps) {
  return (
    <div className="panel grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 p-4">
      {logo}
      <div className="flex min-w-0 flex-col">
        <p className="truncate font-semibold">{name}</p>
        <p className="hidden text-pretty text-muted text-sm sm:block">{summary}</p>
      </div>
      <Button variant="outline" size="sm" aria-label={changeLabel} onPress={onChange}>
        Change
      </Button>
      <p className="col-span-full text-pretty text-muted text-sm sm:hidden">{summary}</p>
    </div>
  );
}
