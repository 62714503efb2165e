import Link from "next/link";
import type { ReactNode } from "react";
import { ExactTime } from "@/components/log/time/exact-time";
import { bytesText } from "@/components/ui/bytes-text";
import { CopyButton } from "@/components/ui/copy-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import type { Delivery } from "@/lib/domain/deliveries/delivery";

/** Everything else that is known of a delivery. */
export function DeliveryFacts({ delivery }: { delivery: Delivery }) {
  const { id, receivedAt, endpointId, endpointName, eventType, eventId, address, contentType, bodyBytes, secretId } =
    delivery;
  return (
    <Section title="Details">
      <dl className="flex flex-col divide-y divide-separator text-sm">
        <Fact name="Received">
          <ExactTime at={receivedAt} detail="milliseconds" />
          <RelativeTime at={receivedAt} className="block text-muted" />
        </Fact>
        <Fact name="Endpoint">
          <Link href={`/endpoints/${endpointId}`} className="text-link">
            {endpointName}
          </Link>
        </Fact>
        <Fact name="Event type">{eventType ?? NONE}</Fact>
        <Fact name="Event id">
          {eventId ? (
            <>
              <Copied text={eventId} label="Copy event id" />
              <Link href={`/deliveries?q=${encodeURIComponent(eventId)}`} className="text-link">
                Every arrival of it
              </Link>
            </>
          ) : (
            NONE
          )}
        </Fact>
        <Fact name="Delivery id">
          <Copied text={id} label="Copy delivery id" />
        </Fact>
        <Fact name="From">
          <Code>{address}</Code>
        </Fact>
        <Fact name="Body">
          {bodyBytes === 0
            ? delivery.reason === "too_large"
              ? "not kept"
              : "empty"
            : `${bytesText(bodyBytes)}, ${contentType || "without a type"}`}
        </Fact>
        {secretId ? (
          <Fact name="Signed with">
            <Code>{secretId}</Code>
          </Fact>
        ) : null}
      </dl>
    </Section>
  );
}

const NONE = <span className="text-muted">none found</span>;

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 py-2.5 first:pt-0 last:pb-0">
      <dt className="text-muted">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}

function Code({ children }: { children: string }) {
  return <span className="wrap-anywhere font-mono text-[0.8125rem]">{children}</span>;
}

function Copied({ text, label }: { text: string; label: string }) {
  return (
    <span className="-my-1 flex items-center justify-between gap-1">
      <Code>{text}</Code>
      <CopyButton value={text} label={label} />
    </span>
  );
}
