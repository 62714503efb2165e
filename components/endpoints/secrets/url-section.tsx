"use client";

import { Button } from "@heroui/react";
import { Link2, RotateCw } from "lucide-react";
import { useState } from "react";
import { RotateUrlDialog } from "@/components/endpoints/secrets/rotate-url-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";

type UrlSectionProps = {
  endpointId: string;
  /** Until when the addresses before this one work, too. */
  previousUrlUntil: string | null;
  mayChange: boolean;
};

/** The address, which is a secret of its own, and the way to another. */
export function UrlSection({ endpointId, previousUrlUntil, mayChange }: UrlSectionProps) {
  const [isRotating, setIsRotating] = useState(false);
  return (
    <Section
      title="Address"
      description="Nobody can guess it. If it got around, give the endpoint another one."
      actions={
        mayChange ? (
          <Button variant="outline" size="sm" onPress={() => setIsRotating(true)}>
            <RotateCw aria-hidden />
            New address
          </Button>
        ) : null
      }
    >
      {previousUrlUntil ? (
        <p className="flex items-center gap-2 text-sm text-wait">
          <Link2 aria-hidden className="size-4 shrink-0" />
          <span>
            The one before it still works, and ends <RelativeTime at={previousUrlUntil} />.
          </span>
        </p>
      ) : (
        <p className="text-muted text-sm">Only the one at the top of this page works.</p>
      )}
      {isRotating ? <RotateUrlDialog endpointId={endpointId} onClose={() => setIsRotating(false)} /> : null}
    </Section>
  );
}
