"use client";

import { Button } from "@heroui/react";
import { Link2, RotateCw } from "lucide-react";
import { useState } from "react";
import { RotateUrlDialog } from "@/components/endpoints/secrets/rotate-url-dialog";
import { CopyField } from "@/components/ui/copy-field";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";

type UrlSectionProps = {
  endpointId: string;
  url: string;
  /** Until when the addresses before this one work, too. */
  previousUrlUntil?: string | null;
  mayChange: boolean;
};

/** The address, which is a secret of its own, and the way to another. */
export function UrlSection({ endpointId, url, previousUrlUntil, mayChange }: UrlSectionProps) {
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
      <div className="flex flex-col gap-3">
        <CopyField label="URL" value={url} copyLabel="Copy URL" />
        {previousUrlUntil ? (
          <p className="flex items-center gap-2 text-sm text-wait">
            <Link2 aria-hidden className="size-4" />
            <span>
              The address before this one works on, and ends <RelativeTime at={previousUrlUntil} />.
            </span>
          </p>
        ) : null}
      </div>
      {isRotating ? <RotateUrlDialog endpointId={endpointId} onClose={() => setIsRotating(false)} /> : null}
    </Section>
  );
}
