import { LockKeyhole } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** For whoever may use connections, and not make them. */
export function NoRight() {
  const back = (
    <LinkButton href="/connections" variant="outline">
      Back to the connections
    </LinkButton>
  );
  return (
    <div className="panel">
      <EmptyState icon={LockKeyhole} title="Only admins make connections" actions={back}>
        Ask one to add it. Your workflows can use it from then on.
      </EmptyState>
    </div>
  );
}
