import { DoorClosed } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <h1 className="sr-only">Not found</h1>
      <EmptyState icon={DoorClosed} title="Nobody lives here" actions={<LinkButton href="/">Go home</LinkButton>}>
        There is nothing at this address.
      </EmptyState>
    </main>
  );
}
