import { LoaderCircle } from "lucide-react";
import type { Trial } from "@/components/connections/form/use-connection-form";
import { Notice } from "@/components/ui/notice";

/** How trying a connection goes, and went. It is read out when it changes. */
export function TrialResult({ trial }: { trial: Trial | undefined }) {
  return (
    <div role="status" className="empty:hidden">
      {trial ? <Told trial={trial} /> : null}
    </div>
  );
}

function Told({ trial }: { trial: Trial }) {
  switch (trial.kind) {
    case "trying":
      return (
        <p className="flex items-center gap-2.5 rounded-xl bg-surface-secondary px-3.5 py-3 text-muted text-sm">
          <LoaderCircle aria-hidden className="size-4 motion-safe:animate-spin" />
          Asking the service…
        </p>
      );
    case "tried":
      return <Notice tone={trial.test.ok ? "good" : "bad"}>{trial.test.message}</Notice>;
    case "refused":
      return <Notice tone="warn">{trial.message}</Notice>;
  }
}
