import { Page } from "@/components/ui/page";
import { RowSkeleton } from "@/components/ui/row-skeleton";

export default function Loading() {
  return (
    <Page>
      <RowSkeleton rows={6} />
    </Page>
  );
}
