import { DoorClosed } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";

export default function NotFound() {
  return (
    <Page width="narrow">
      <h1 className="sr-only">Not found</h1>
      <div className="panel">
        <EmptyState icon={DoorClosed} title="Nobody lives here" actions={<LinkButton href="/">Go home</LinkButton>}>
          There is nothing at this address. It may have been deleted, or the link has a slip in it.
        </EmptyState>
      </div>
    </Page>
  );
}
