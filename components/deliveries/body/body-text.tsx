"use client";

import { useMemo } from "react";
import type { ReadBody } from "@/components/deliveries/body/read-body";
import { CodeBlock } from "@/components/ui/code-block";
import { JsonView } from "@/components/ui/json-view/json-view";
import { Notice } from "@/components/ui/notice";
import { mediaType } from "@/lib/domain/deliveries/content-type";
import { hexDump } from "@/lib/domain/deliveries/hex-dump";
import { indentXml } from "@/lib/domain/deliveries/indent-xml";
import { parseBody } from "@/lib/domain/deliveries/parse-body";

/** The ways to look at a body. */
export const BODY_FORMATS = ["Pretty", "Raw", "Hex"] as const;
export type BodyFormat = (typeof BODY_FORMATS)[number];

const HEX_BYTES_MAX = 16_384;

type Body = Extract<ReadBody, { ok: true }>;
type BodyTextProps = { body: Body; format: BodyFormat; contentType: string };

/** A body that has been read, in one of its views. */
export function BodyText({ body, format, contentType }: BodyTextProps) {
  if (format === "Hex" || body.text === null) return <Hex bytes={body.bytes} isForced={format !== "Hex"} />;
  if (format === "Raw") return <CodeBlock label="Raw body" code={body.text} isWrapped />;
  return <Pretty body={body} text={body.text} contentType={contentType} />;
}

function Pretty({ body, text, contentType }: { body: Body; text: string; contentType: string }) {
  // A part of JSON is no JSON.
  const parsed = useMemo(() => (body.isCut ? null : parseBody(body.bytes, contentType)), [body, contentType]);
  const isXml = /\bxml$/.test(mediaType(contentType)) || text.startsWith("<?xml");
  if (parsed?.ok && typeof parsed.value === "object" && parsed.value !== null && !isXml)
    return <JsonView value={parsed.value} label="Body" />;
  const shown = isXml ? indentXml(text) : text;
  return (
    <>
      {parsed && !parsed.ok ? <Notice tone="warn">{parsed.message} It is shown as it came.</Notice> : null}
      <CodeBlock label="Body" code={shown} isWrapped />
    </>
  );
}

function Hex({ bytes, isForced }: { bytes: Uint8Array; isForced: boolean }) {
  const dump = useMemo(() => hexDump(bytes.subarray(0, HEX_BYTES_MAX)), [bytes]);
  return (
    <>
      {isForced ? <Notice tone="info">This body is no text, so its bytes are shown.</Notice> : null}
      <CodeBlock label="Bytes" code={dump} />
      {bytes.length > HEX_BYTES_MAX ? (
        <p className="text-muted text-sm">The first 16 kB. Download it to see the rest.</p>
      ) : null}
    </>
  );
}
