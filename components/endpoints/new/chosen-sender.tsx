"use client";

import { Button } from "@heroui/react";
import { SourceLogo } from "@/components/endpoints/source-logo";
import type { Source } from "@/lib/catalog/sources/define-source";

/** Who was chosen, and the way back to the gallery. */
export function ChosenSender({ source, onChange }: { source: Source; onChange: () => void }) {
  return (
    <div className="panel flex items-center gap-4 p-4">
      <SourceLogo source={source.id} size="lg" />
      <div className="flex min-w-0 flex-1 flex-col">
        <p className="truncate font-semibold">{source.name}</p>
        <p className="text-pretty text-muted text-sm">{source.summary}</p>
      </div>
      <Button variant="outline" size="sm" aria-label="Choose another sender" onPress={onChange}>
        Change
      </Button>
    </div>
  );
}
