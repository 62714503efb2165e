"use client";

import { useRouter } from "next/navigation";
import { ConnectionForm } from "@/components/connections/form/connection-form";
import { notify } from "@/components/ui/notify";
import { findConnectionKind } from "@/lib/catalog/connections";
import type { Connection } from "@/lib/domain/connections/connection";

/** The form of a saved connection. */
export function ConnectionEditor({ connection }: { connection: Connection }) {
  const router = useRouter();
  const kind = findConnectionKind(connection.kind);
  if (!kind) return null;
  return (
    <ConnectionForm
      kind={kind}
      connection={connection}
      onSaved={() => {
        notify.good("Saved. Runs use it from their next request on.");
        router.refresh();
      }}
    />
  );
}
