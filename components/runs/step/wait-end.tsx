import Link from "next/link";
import { ExactTime } from "@/components/log/time/exact-time";
import type { WaitsFor } from "@/lib/domain/runs/run";

/** Until when a step waits, by the reader's own clock, and what it looks at. */
export function WaitEnd({ waitsFor }: { waitsFor: WaitsFor }) {
  return (
    <span className="mt-1 flex flex-wrap gap-x-3">
      {waitsFor.kind === "runs" ? null : (
        <span>
          {waitsFor.kind === "time" ? "Until" : "At most until"}{" "}
          <ExactTime at={waitsFor.until} className="font-medium" />.
        </span>
      )}
      {waitsFor.kind === "delivery" && waitsFor.endpointName ? (
        <Link href={`/endpoints/${waitsFor.endpointId}`} className="text-link">
          Open the endpoint
        </Link>
      ) : null}
    </span>
  );
}
