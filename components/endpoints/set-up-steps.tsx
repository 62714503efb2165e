import { OutsideLink } from "@/components/ui/outside-link";
import { StepList } from "@/components/ui/step-list";
import type { Source } from "@/lib/catalog/sources/define-source";

/** What to do at the sender's. */
export function SetUpSteps({ source }: { source: Pick<Source, "setup" | "docsUrl" | "name"> }) {
  return (
    <div className="flex flex-col gap-3">
      <StepList steps={source.setup} />
      {source.docsUrl ? <OutsideLink href={source.docsUrl}>{source.name} on webhooks</OutsideLink> : null}
    </div>
  );
}
