import { OutsideLink } from "@/components/ui/outside-link";
import { StepList } from "@/components/ui/step-list";
import type { ConnectionKind } from "@/lib/catalog/connections/define-connection";

/** Where the credentials come from, step by step. */
export function KindSetUp({ kind }: { kind: Pick<ConnectionKind, "setup" | "docsUrl" | "name"> }) {
  return (
    <div className="flex flex-col gap-3.5">
      <StepList steps={kind.setup} />
      <OutsideLink href={kind.docsUrl}>More about this</OutsideLink>
    </div>
  );
}
