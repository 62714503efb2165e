"use client";

import { Button, Spinner } from "@heroui/react";
import { buttonVariants } from "@heroui/styles";
import { Download } from "lucide-react";
import { useEffect, useState } from "react";
import { BODY_FORMATS, type BodyFormat, BodyText } from "@/components/deliveries/body/body-text";
import { bodyPath, type ReadBody, readBody, SHOWN_BYTES_MAX } from "@/components/deliveries/body/read-body";
import { Choice } from "@/components/log/choice";
import { bytesText } from "@/components/ui/bytes-text";
import { Notice } from "@/components/ui/notice";

type BodyViewProps = {
  id: string;
  bodyBytes: number;
  contentType: string;
  /** Why there is nothing to show, when there is not. */
  emptyText: string;
};

/** A delivery's body, read when this is first shown, in the view one wants. */
export function BodyView({ id, bodyBytes, contentType, emptyText }: BodyViewProps) {
  const [format, setFormat] = useState<BodyFormat>("Pretty");
  const [body, setBody] = useState<ReadBody | null>(null);
  const [attempt, setAttempt] = useState(1);

  useEffect(() => {
    if (bodyBytes === 0) return;
    let isGone = false;
    // Each attempt reads again.
    if (attempt > 0) readBody(id).then((read) => !isGone && setBody(read));
    return () => {
      isGone = true;
    };
  }, [id, bodyBytes, attempt]);

  if (bodyBytes === 0) return <p className="text-muted text-sm">{emptyText}</p>;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Choice label="Show the body as" options={BODY_FORMATS} value={format} onChange={setFormat} />
        <a href={bodyPath(id)} download={`${id}.bin`} className={buttonVariants({ variant: "ghost", size: "sm" })}>
          <Download aria-hidden />
          Download
        </a>
      </div>
      {body === null ? (
        <p role="status" className="flex items-center gap-2 py-6 text-muted text-sm">
          <Spinner size="sm" /> Reading {bytesText(bodyBytes)}
        </p>
      ) : body.ok ? (
        <>
          {body.isCut ? (
            <Notice tone="info">
              These are the first {bytesText(SHOWN_BYTES_MAX)} of {bytesText(bodyBytes)}. Download it to see the rest.
            </Notice>
          ) : null}
          <BodyText body={body} format={format} contentType={contentType} />
        </>
      ) : (
        <Notice
          tone="bad"
          isAlert
          actions={
            <Button size="sm" variant="outline" onPress={() => setAttempt(attempt + 1)}>
              Try again
            </Button>
          }
        >
          The body could not be read.
        </Notice>
      )}
    </div>
  );
}
