import Link from "next/link";
import { ExactTime } from "@/components/log/exact-time";
import { bytesText } from "@/components/ui/bytes-text";
import { CopyButton } from "@/components/ui/copy-button";
import { KeyValue } from "@/components/ui/key-value";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import type { Delivery } from "@/lib/domain/deliveries/delivery";

/** Everything else that is known of a delivery. */
export function DeliveryFacts({ delivery }: { delivery: Delivery }) {
  const { id, receivedAt, endpointId, endpointName, eventType, eventId, address, contentType, bodyBytes, secretId } =
    delivery;
  return (
    <Section title="Details">
      <KeyValue
        rows={[
          {
            key: "Received",
            value: (
              <>
                <ExactTime at={receivedAt} detail="milliseconds" />,{" "}
                <RelativeTime at={receivedAt} className="text-muted" />
              </>
            ),
          },
          {
            key: "Endpoint",
            value: (
              <Link href={`/endpoints/${endpointId}`} className="text-link">
                {endpointName}
              </Link>
            ),
          },
          { key: "Event type", value: eventType ?? <span className="text-muted">none found</span> },
          {
            key: "Event id",
            value: eventId ? (
              <Copied text={eventId} label="Copy event id" />
            ) : (
              <span className="text-muted">none found</span>
            ),
          },
          ...(eventId
            ? [
                {
                  key: "Same event",
                  value: (
                    <Link href={`/deliveries?q=${encodeURIComponent(eventId)}`} className="text-link">
                      Every arrival of it
                    </Link>
                  ),
                },
              ]
            : []),
          { key: "Delivery id", value: <Copied text={id} label="Copy delivery id" /> },
          { key: "From", value: <span className="font-mono text-[0.8125rem]">{address}</span> },
          {
            key: "Body",
            value: bodyBytes === 0 ? "empty" : `${bytesText(bodyBytes)}, ${contentType || "without a type"}`,
          },
          ...(secretId
            ? [{ key: "Signed with", value: <span className="font-mono text-[0.8125rem]">{secretId}</span> }]
            : []),
        ]}
      />
    </Section>
  );
}

function Copied({ text, label }: { text: string; label: string }) {
  return (
    <span className="flex items-center justify-between gap-2">
      <span className="wrap-anywhere font-mono text-[0.8125rem]">{text}</span>
      <CopyButton value={text} label={label} />
    </span>
  );
}
