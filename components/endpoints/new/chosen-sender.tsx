"use client";

import { Button } from "@heroui/react";
import { SourceLogo } from "@/components/endpoints/source-logo";
import type { Source } from "@/lib/catalog/sources/define-source";

/** Who was chosen, and the way back to the gallery. */
export function ChosenSender({ source, onChange }: { source: Source; onChange: () => void }) {
  return (
    <div className="panel grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 p-4">
      <SourceLogo source={source.id} size="lg" />
      <div className="flex min-w-0 flex-col">
        <p className="truncate font-semibold">{source.name}</p>
        <p className="hidden text-pretty text-muted text-sm sm:block">{source.summary}</p>
      </div>
      <Button variant="outline" size="sm" aria-label="Choose another sender" onPress={onChange}>
        Change
      </Button>
      <p className="col-span-full text-pretty text-muted text-sm sm:hidden">{source.summary}</p>
    </div>
  );
}
